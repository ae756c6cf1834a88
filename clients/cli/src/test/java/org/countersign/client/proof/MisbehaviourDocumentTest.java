package org.countersign.client.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.SecureHash;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.ReportSeal;
import org.countersign.workflows.governance.HeardAnswer;
import org.countersign.workflows.governance.MisbehaviourEvidence;
import org.countersign.workflows.governance.MisbehaviourKind;
import org.countersign.workflows.governance.MisbehaviourRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MisbehaviourDocumentTest {
    private static final SecureHash TRANSACTION = SecureHash.sha256("a transaction");
    private static final Instant TIME = World.FROM.plusSeconds(7);

    private final World world = new World();
    private final Actor accused = world.member("Authority Liar");
    private final KeyPair seat = Actor.freshKeys();

    @Test
    @DisplayName("Two seals that contradict each other prove equivocation to whoever has the root certificate")
    void anEquivocationProvesItself() throws Exception {
        MisbehaviourDocument document = MisbehaviourDocument.parse(file(
                record(MisbehaviourKind.EQUIVOCATION, List.of(answer(seal(seat, true)), answer(seal(seat, false))))));

        document.verify(world.trustRoot());
        assertThat(document.provesItself()).isTrue();
        assertThat(document.record().getAccused()).isEqualTo(accused.party());
    }

    @Test
    @DisplayName("What rests on the recorder's word is told as such")
    void anotherKindIsTheRecordersWord() throws Exception {
        MisbehaviourDocument document = MisbehaviourDocument.parse(file(record(
                MisbehaviourKind.UNREADABLE, List.of(new HeardAnswer(null, null, null, "java.lang.String", TIME)))));

        document.verify(world.trustRoot());
        assertThat(document.provesItself()).isFalse();
    }

    @Test
    @DisplayName("An accusation of equivocation without a contradiction does not hold")
    void aFalseAccusationDoesNotHold() throws Exception {
        KeyPair other = Actor.freshKeys();
        refused(
                record(MisbehaviourKind.EQUIVOCATION, List.of(answer(seal(seat, true)), answer(seal(seat, true)))),
                "do not contradict each other");
        refused(
                record(MisbehaviourKind.EQUIVOCATION, List.of(answer(seal(seat, true)), answer(seal(other, false)))),
                "do not contradict each other");
        // Words are not signed: a recorder could make them up.
        refused(
                record(
                        MisbehaviourKind.EQUIVOCATION,
                        List.of(
                                answer(seal(seat, true)),
                                new HeardAnswer(null, "CHECK_FAILED: No.", null, null, TIME))),
                "do not contradict each other");
    }

    @Test
    @DisplayName("A record that was altered in any byte, or whose recorder is no member, does not hold")
    void anAlteredRecordDoesNotHold() throws Exception {
        MisbehaviourRecord record =
                record(MisbehaviourKind.EQUIVOCATION, List.of(answer(seal(seat, true)), answer(seal(seat, false))));
        byte[] file = file(record);
        for (int at = 0; at < file.length; at += 13) {
            byte[] altered = file.clone();
            altered[at] = (byte) (altered[at] == 'a' ? 'b' : 'a');
            assertThatThrownBy(() -> MisbehaviourDocument.parse(altered).verify(world.trustRoot()))
                    .as("byte %d", at)
                    .isInstanceOf(ProofRefusedException.class);
        }
        assertThatThrownBy(() -> MisbehaviourDocument.parse(file).verify(new World().trustRoot()))
                .isInstanceOf(ProofRefusedException.class)
                .hasMessageContaining("does not lead to the trust root");
    }

    private void refused(MisbehaviourRecord record, String words) throws Exception {
        MisbehaviourDocument document = MisbehaviourDocument.parse(file(record));
        assertThatThrownBy(() -> document.verify(world.trustRoot()))
                .isInstanceOf(ProofRefusedException.class)
                .hasMessageContaining(words);
    }

    private byte[] file(MisbehaviourRecord record) throws Exception {
        List<OpaqueBytes> certificates = new ArrayList<>();
        for (X509Certificate certificate : world.buyer.path()) {
            certificates.add(new OpaqueBytes(certificate.getEncoded()));
        }
        return MisbehaviourDocument.from(new MisbehaviourEvidence(record, certificates))
                .toJson()
                .getBytes(StandardCharsets.UTF_8);
    }

    private HeardAnswer answer(ReportSeal seal) {
        return new HeardAnswer(null, null, seal, null, TIME);
    }

    private static ReportSeal seal(KeyPair by, boolean attested) {
        SecureHash report = SecureHash.sha256("report " + attested);
        SecureHash journal = SecureHash.sha256("journal " + attested);
        byte[] statement = ReportSeal.statement(TRANSACTION, Aspect.IDENTITY, attested, report, journal);
        return new ReportSeal(
                TRANSACTION,
                Aspect.IDENTITY,
                attested,
                report,
                journal,
                by.getPublic(),
                new OpaqueBytes(sign(by, statement)));
    }

    private MisbehaviourRecord record(MisbehaviourKind kind, List<HeardAnswer> answers) {
        MisbehaviourRecord unsigned = record(kind, answers, new OpaqueBytes(new byte[] {0}));
        return record(kind, answers, new OpaqueBytes(sign(world.buyer.keys(), unsigned.statement())));
    }

    private MisbehaviourRecord record(MisbehaviourKind kind, List<HeardAnswer> answers, OpaqueBytes signature) {
        return new MisbehaviourRecord(
                accused.party(),
                seat.getPublic(),
                kind,
                TRANSACTION,
                Aspect.IDENTITY,
                answers,
                TIME,
                world.buyer.party(),
                signature);
    }

    private static byte[] sign(KeyPair by, byte[] bytes) {
        try {
            return Crypto.doSign(by.getPrivate(), bytes);
        } catch (Exception broken) {
            // Corda's signatures do not declare what its providers throw.
            throw new IllegalStateException(broken);
        }
    }
}
