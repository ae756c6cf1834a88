package org.countersign.workflows.register;

import java.io.Serializable;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.SecureHash;
import net.corda.core.schemas.MappedSchema;
import org.countersign.contracts.ownership.RegisterLine;

/** The database schema of the registers that this node keeps. */
public final class RegisterSchema extends MappedSchema {
    /** Created by the node. */
    public RegisterSchema() {
        super(RegisterSchema.class, 1, Collections.singletonList(Line.class));
    }

    @Override
    public String getMigrationResource() {
        return "countersign-register.changelog-master";
    }

    /** A {@link RegisterLine} as it is stored: hashes in hexadecimal, the holder's key in base64, times in ms. */
    @Entity(name = "CountersignRegisterLine")
    @Table(name = "countersign_register_line")
    public static class Line implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @Column(name = "holding", length = 80, nullable = false)
        private String holding;

        @Column(name = "security", length = 64, nullable = false)
        private String security;

        @Column(name = "created_by", length = 64, nullable = false)
        private String createdBy;

        @Column(name = "output_index", nullable = false)
        private int outputIndex;

        @Column(name = "holder", length = 4000, nullable = false)
        private String holder;

        @Column(name = "quantity", nullable = false)
        private long quantity;

        @Column(name = "since", nullable = false)
        private long since;

        @Column(name = "ended_by", length = 64)
        private String endedBy;

        /** For the database layer. */
        protected Line() {}

        Line(RegisterLine line) {
            this.holding = key(line.getHolding());
            set(line);
        }

        /** The key of a holder as it is stored. */
        static PublicKey key(String holder) {
            return Crypto.decodePublicKey(Base64.getDecoder().decode(holder));
        }

        /** A holder as it is stored. */
        static String key(PublicKey holder) {
            return Base64.getEncoder().encodeToString(holder.getEncoded());
        }

        static String key(StateRef holding) {
            return holding.getTxhash() + ":" + holding.getIndex();
        }

        final void set(RegisterLine line) {
            this.security = line.getSecurity().toString();
            this.createdBy = line.getHolding().getTxhash().toString();
            this.outputIndex = line.getHolding().getIndex();
            this.holder = key(line.getHolder());
            this.quantity = line.getQuantity();
            this.since = line.getSince().toEpochMilli();
            this.endedBy = line.getEndedBy() == null ? null : line.getEndedBy().toString();
        }

        RegisterLine toLine() {
            return new RegisterLine(
                    SecureHash.create(security),
                    new StateRef(SecureHash.create(createdBy), outputIndex),
                    key(holder),
                    quantity,
                    Instant.ofEpochMilli(since),
                    endedBy == null ? null : SecureHash.create(endedBy));
        }
    }
}
