package org.countersign.workflows.validation;

import java.io.Serializable;
import java.util.Collections;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import net.corda.core.crypto.SecureHash;
import net.corda.core.schemas.MappedSchema;
import net.corda.core.utilities.ByteArrays;
import net.corda.core.utilities.EncodingUtils;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.ReportSeal;

/** The database schema of the seals that came with attestations. */
public final class ReportSealSchema extends MappedSchema {
    /** Created by the node. */
    public ReportSealSchema() {
        super(ReportSealSchema.class, 1, Collections.singletonList(Row.class));
    }

    @Override
    public String getMigrationResource() {
        return "countersign-report-seal.changelog-master";
    }

    /** One seal of a member that attests; there is at most one per transaction, aspect and seat. */
    @Entity(name = "CountersignReportSeal")
    @Table(name = "countersign_report_seal")
    public static class Row implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @Column(name = "seal_id", length = 64, nullable = false)
        private String sealId;

        @Column(name = "transaction_id", length = 64, nullable = false)
        private String transactionId;

        @Column(name = "aspect", length = 40, nullable = false)
        private String aspect;

        @Column(name = "report_digest", length = 64, nullable = false)
        private String reportDigest;

        @Column(name = "journal_digest", length = 64, nullable = false)
        private String journalDigest;

        @Column(name = "sealed_by", length = 2000, nullable = false)
        private String by;

        @Column(name = "signature", length = 2000, nullable = false)
        private String signature;

        /** For the database layer. */
        protected Row() {}

        Row(ReportSeal seal) {
            this.sealId = idOf(seal);
            this.transactionId = seal.getTransactionId().toString();
            this.aspect = seal.getAspect().name();
            this.reportDigest = seal.getReportDigest().toString();
            this.journalDigest = seal.getJournalDigest().toString();
            this.by = EncodingUtils.toBase58String(seal.getBy());
            this.signature = EncodingUtils.toHex(seal.getSignature().getBytes());
        }

        static String idOf(ReportSeal seal) {
            return seal.getTransactionId()
                    .concatenate(SecureHash.sha256(seal.getAspect().name()))
                    .concatenate(SecureHash.sha256(seal.getBy().getEncoded()))
                    .toString();
        }

        ReportSeal seal() {
            return new ReportSeal(
                    SecureHash.create(transactionId),
                    Aspect.valueOf(aspect),
                    true,
                    SecureHash.create(reportDigest),
                    SecureHash.create(journalDigest),
                    EncodingUtils.parsePublicKeyBase58(by),
                    new OpaqueBytes(ByteArrays.parseAsHex(signature)));
        }
    }
}
