package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.OUTSIDER;

import co.paralleluniverse.fibers.Suspendable;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import net.corda.core.crypto.SecureHash;
import net.corda.core.crypto.SignableData;
import net.corda.core.crypto.SignatureMetadata;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.ReportSeal;
import org.countersign.contracts.validation.ValidationReport;
import org.countersign.oracles.validation.RequestAttestationFlowHandler;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.definition.Definitions;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.governance.ExportMisbehaviourFlow;
import org.countersign.workflows.governance.ListMisbehaviourFlow;
import org.countersign.workflows.governance.MisbehaviourEvidence;
import org.countersign.workflows.governance.MisbehaviourKind;
import org.countersign.workflows.governance.MisbehaviourRecord;
import org.countersign.workflows.validation.AttestationAnswer;
import org.countersign.workflows.validation.AttestationAnswers;
import org.countersign.workflows.validation.AttestationRequests;
import org.countersign.workflows.validation.Refusal;
import org.countersign.workflows.validation.RequestAttestationFlow;
import org.countersign.workflows.validation.SignatureCheck;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an authority answers is remembered, and what no honest authority answers is on record, signed. */
class EvidenceScenarioTest {
    private static final CordaX500Name LIAR = AUTHORITIES.get(2);
    private static final SecureHash ELSEWHERE = SecureHash.sha256("another transaction");

    private static CountersignNetwork network;

    /** What the liar answers to its next questions; nothing left means honestly. */
    private static final Queue<Deed> DEEDS = new ConcurrentLinkedQueue<>();

    /** One kind of answer. */
    enum Deed {
        SIGN,
        REFUSE,
        SIGN_AND_SEAL_REFUSAL,
        OTHER_KEY,
        OTHER_ID,
        GARBAGE,
        FOREIGN_SEAL,
        NONSENSE,
        NONSENSE_WITHIN,
        NOTHING,
        ANOTHER_ASPECT,
        UNSEALED_REFUSAL,
        INADMISSIBLE
    }

    @BeforeAll
    static void startNetwork() {
        network = CountersignNetwork.start();
        network.node(LIAR).registerInitiatedFlow(RequestAttestationFlow.class, TwoFaced.class);
        for (CordaX500Name honest : AUTHORITIES.subList(0, 2)) {
            network.node(honest)
                    .registerInitiatedFlow(RequestAttestationFlow.class, Misconduct.AttestationResponder.class);
        }
        network.withCommittees();
        network.register("EVIDENCE", "1000000");
        network.recorded(network.issue("EVIDENCE", "1000", DEALER_A), DEALER_A);
    }

    @AfterAll
    static void stopNetwork() {
        network.close();
    }

    @AfterEach
    void honestAgain() {
        DEEDS.clear();
    }

    /** An authority whose operator has rewritten its node. */
    static final class TwoFaced extends Misconduct.Responder {
        TwoFaced(FlowSession session) {
            super(session);
        }

        @Override
        FlowLogic<?> real() {
            return new RequestAttestationFlowHandler(session);
        }

        @Suspendable
        @Override
        public Void call() throws FlowException {
            String ticket = Gate.ticket(this);
            if (ticket != null) {
                await(new Gate.Opening(ticket));
            }
            Deed deed = DEEDS.poll();
            if (deed == null) {
                subFlow(real());
                return null;
            }
            AttestationRequests requests =
                    session.receive(AttestationRequests.class).unwrap(received -> received);
            Object answer =
                    answer(deed, requests.getRequests().get(0).getTearOff().getId());
            session.send(
                    answer instanceof AttestationAnswer
                            ? AttestationAnswers.of(Aspect.IDENTITY, (AttestationAnswer) answer)
                            : answer);
            return null;
        }

        @Suspendable
        @Override
        void misbehave(Misconduct.Manner manner) {
            stall();
        }

        private Object answer(Deed deed, SecureHash id) {
            PublicKey seat = seat();
            Refusal refusal = new Refusal(getOurIdentity().getName(), Refusal.CHECK_FAILED, "No.");
            switch (deed) {
                case SIGN:
                    return AttestationAnswer.signed(sign(seat, id), report(id), seal(seat, id, true));
                case REFUSE:
                    return AttestationAnswer.refused(refusal, report(id), seal(seat, id, false));
                case SIGN_AND_SEAL_REFUSAL:
                    return AttestationAnswer.signed(sign(seat, id), report(id), seal(seat, id, false));
                case OTHER_KEY:
                    return AttestationAnswer.signed(sign(getOurIdentity().getOwningKey(), id));
                case OTHER_ID:
                    return AttestationAnswer.signed(sign(seat, ELSEWHERE));
                case GARBAGE:
                    return AttestationAnswer.signed(new TransactionSignature(
                            new byte[] {1, 2, 3}, seat, sign(seat, id).getSignatureMetadata()));
                case FOREIGN_SEAL:
                    return AttestationAnswer.refused(
                            refusal, report(id), seal(getOurIdentity().getOwningKey(), id, false));
                case NONSENSE:
                    return "I would rather not say.";
                case NONSENSE_WITHIN:
                    return new AttestationAnswers(nonsense());
                case NOTHING:
                    return new AttestationAnswers(Collections.emptyMap());
                case ANOTHER_ASPECT:
                    return AttestationAnswers.of(
                            Aspect.RISK, AttestationAnswer.signed(sign(seat, id), report(id), seal(seat, id, true)));
                case UNSEALED_REFUSAL:
                    return AttestationAnswer.refused(refusal);
                default:
                    return AttestationAnswer.refused(
                            new Refusal(getOurIdentity().getName(), Refusal.NO_CHECK, "Nothing is set up."));
            }
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        private static Map<Aspect, AttestationAnswer> nonsense() {
            return (Map) Collections.singletonMap(Aspect.IDENTITY, "I would rather not say.");
        }

        private PublicKey seat() {
            return Committees.named(getServiceHub(), "identity")
                    .get(0)
                    .getState()
                    .getData()
                    .seatOf(getOurIdentity())
                    .get()
                    .getAttestationKey();
        }

        private TransactionSignature sign(PublicKey key, SecureHash id) {
            SignatureMetadata metadata = new SignatureMetadata(
                    12, net.corda.core.crypto.Crypto.findSignatureScheme(key).getSchemeNumberID());
            return getServiceHub().getKeyManagementService().sign(new SignableData(id, metadata), key);
        }

        private static ValidationReport report(SecureHash id) {
            return new ValidationReport(id, Aspect.IDENTITY, Collections.<Finding>emptyList());
        }

        private ReportSeal seal(PublicKey key, SecureHash id, boolean attested) {
            SecureHash digest = report(id).digest();
            byte[] statement = ReportSeal.statement(id, Aspect.IDENTITY, attested, digest, digest);
            return new ReportSeal(
                    id,
                    Aspect.IDENTITY,
                    attested,
                    digest,
                    digest,
                    key,
                    new OpaqueBytes(getServiceHub()
                            .getKeyManagementService()
                            .sign(statement, key)
                            .getBytes()));
        }
    }

    private static SignedTransaction draft() {
        return network.run(
                DEALER_A,
                new HostileFlows.Forge(
                        new HostileFlows.Draft(
                                "EVIDENCE",
                                network.node(DEALER_A)
                                        .transaction(() -> Definitions.holdings(
                                                        network.node(DEALER_A).getServices(),
                                                        Definitions.bySymbol(
                                                                        network.node(DEALER_A)
                                                                                .getServices(),
                                                                        "EVIDENCE")
                                                                .get()
                                                                .getState()
                                                                .getData()
                                                                .tokenType())
                                                .get(0)),
                                10,
                                network.party(DEALER_A),
                                network.party(DEALER_A)),
                        HostileFlows.none()));
    }

    private static AttestationAnswer ask(CordaX500Name authority, SignedTransaction transaction) {
        return network.ask(DEALER_A, authority, Aspect.IDENTITY, transaction);
    }

    private static List<MisbehaviourRecord> records(SecureHash transaction) {
        return network.run(DEALER_A, new ListMisbehaviourFlow()).stream()
                .filter(record -> record.getTransactionId().equals(transaction))
                .collect(Collectors.toList());
    }

    private static boolean isEquivocation(MisbehaviourRecord record) {
        return record.isEquivocation(
                signature -> SignatureCheck.holds(signature, signature.getBy(), record.getTransactionId()));
    }

    @ParameterizedTest(name = "16. {0} and then {1} about one transaction is on record as equivocation")
    @Tag("attack-16")
    @DisplayName("16. Whoever attests and refuses one transaction has signed the proof of it")
    @CsvSource({"SIGN, REFUSE", "REFUSE, SIGN"})
    void equivocationIsOnRecord(Deed first, Deed second) {
        SignedTransaction transaction = draft();
        DEEDS.addAll(Arrays.asList(first, second, second));
        ask(LIAR, transaction);
        assertThat(records(transaction.getId())).isEmpty();
        ask(LIAR, transaction);
        ask(LIAR, transaction);

        List<MisbehaviourRecord> records = records(transaction.getId());
        assertThat(records).hasSize(1);
        MisbehaviourRecord record = records.get(0);
        assertThat(record.getKind()).isEqualTo(MisbehaviourKind.EQUIVOCATION);
        assertThat(record.getAccused()).isEqualTo(network.party(LIAR));
        assertThat(record.getRecorder()).isEqualTo(network.party(DEALER_A));
        assertThat(record.getAnswers()).hasSize(2);
        assertThat(record.isSigned()).isTrue();
        assertThat(isEquivocation(record)).isTrue();
        assertThat(accusing(record, network.party(AUTHORITIES.get(0))).isSigned())
                .isFalse();

        MisbehaviourEvidence evidence = network.run(DEALER_A, new ExportMisbehaviourFlow(record.digest()));
        assertThat(evidence.getRecord().digest()).isEqualTo(record.digest());
        assertThat(evidence.getCertificates()).isNotEmpty();
    }

    private static MisbehaviourRecord accusing(MisbehaviourRecord record, Party other) {
        return new MisbehaviourRecord(
                other,
                record.getSeatKey(),
                record.getKind(),
                record.getTransactionId(),
                record.getAspect(),
                record.getAnswers(),
                record.getRecordedAt(),
                record.getRecorder(),
                record.getSignature());
    }

    @ParameterizedTest(name = "16. An authority that answers with {0} is on record for {1}")
    @Tag("attack-16")
    @DisplayName("16. A wrong answer is on record with its kind")
    @CsvSource({
        "SIGN_AND_SEAL_REFUSAL, EQUIVOCATION",
        "OTHER_KEY, WRONG_KEY",
        "OTHER_ID, WRONG_TRANSACTION",
        "GARBAGE, WRONG_TRANSACTION",
        "FOREIGN_SEAL, INVALID_SEAL",
        "NONSENSE, UNREADABLE",
        "NONSENSE_WITHIN, UNREADABLE",
        "NOTHING, UNREADABLE",
        "ANOTHER_ASPECT, UNREADABLE",
        "UNSEALED_REFUSAL, UNSEALED_REFUSAL"
    })
    void aWrongAnswerIsOnRecord(Deed deed, MisbehaviourKind kind) {
        SignedTransaction transaction = draft();
        DEEDS.add(deed);
        ask(LIAR, transaction);
        List<MisbehaviourRecord> records = records(transaction.getId());
        assertThat(records).extracting(MisbehaviourRecord::getKind).containsExactly(kind);
        assertThat(records.get(0).isSigned()).isTrue();
        assertThat(isEquivocation(records.get(0))).isEqualTo(kind == MisbehaviourKind.EQUIVOCATION);
    }

    @Test
    @Tag("attack-16")
    @DisplayName("16. An authority that says unsealed that its checks fail, and attests later, is on record for both")
    void aBrokenRefusalIsOnRecord() {
        SignedTransaction transaction = draft();
        DEEDS.addAll(Arrays.asList(Deed.INADMISSIBLE, Deed.UNSEALED_REFUSAL, Deed.SIGN));
        ask(LIAR, transaction);
        assertThat(records(transaction.getId())).isEmpty();
        ask(LIAR, transaction);
        ask(LIAR, transaction);
        List<MisbehaviourRecord> records = records(transaction.getId());
        assertThat(records)
                .extracting(MisbehaviourRecord::getKind)
                .containsExactlyInAnyOrder(MisbehaviourKind.UNSEALED_REFUSAL, MisbehaviourKind.BROKEN_REFUSAL);
        for (MisbehaviourRecord record : records) {
            assertThat(record.isSigned()).isTrue();
            // The refusal is the recorder's word.
            assertThat(isEquivocation(record)).isFalse();
        }
    }

    @Test
    @Tag("attack-16")
    @DisplayName("16. An answer that comes after the transfer is final counts all the same")
    void aLateAnswerCounts() {
        DEEDS.add(Deed.NONSENSE);
        TransactionReceipt receipt;
        try (Gate late = Gate.at(TwoFaced.class, 1)) {
            receipt = network.transfer(DEALER_A, "EVIDENCE", "1", DEALER_B);
            network.recorded(receipt, DEALER_B);
            late.held(1);
            assertThat(records(receipt.getTransactionId())).isEmpty();
            late.open(1);
            CountersignNetwork.await(
                    "the late answer is on record",
                    () -> !records(receipt.getTransactionId()).isEmpty());
        }
        assertThat(records(receipt.getTransactionId()))
                .extracting(MisbehaviourRecord::getKind)
                .containsExactly(MisbehaviourKind.UNREADABLE);
    }

    @Test
    @DisplayName(
            "An honest authority is never on record: asked twice, slow, refusing twice, or asked what it may not judge")
    void honestyIsNotOnRecord() {
        List<SecureHash> asked = new ArrayList<>();
        SignedTransaction fine = draft();
        for (CordaX500Name authority : AUTHORITIES) {
            assertThat(ask(authority, fine).getSignature()).isNotNull();
            assertThat(ask(authority, fine).getSignature()).isNotNull();
        }
        asked.add(fine.getId());

        SignedTransaction refused = draft();
        DEEDS.addAll(Arrays.asList(Deed.REFUSE, Deed.REFUSE, Deed.INADMISSIBLE));
        for (int question = 0; question < 3; question++) {
            assertThat(ask(LIAR, refused).getSignature()).isNull();
        }
        asked.add(refused.getId());

        SignedTransaction stranger = draft();
        AttestationAnswer answer = network.ask(OUTSIDER, AUTHORITIES.get(0), Aspect.IDENTITY, stranger);
        assertThat(answer.getSignature()).isNull();
        assertThat(network.run(OUTSIDER, new ListMisbehaviourFlow())).isEmpty();

        try (Gate slow = Gate.at(Misconduct.AttestationResponder.class, 1)) {
            TransactionReceipt receipt = network.transfer(DEALER_A, "EVIDENCE", "1", DEALER_B);
            slow.held(1);
            slow.open(1);
            asked.add(receipt.getTransactionId());
        }
        for (SecureHash transaction : asked) {
            assertThat(records(transaction)).isEmpty();
        }
    }

    @Test
    @DisplayName("A committee's members are known by the key of their seat in the epoch that was asked")
    void theSeatKeyIsTheOneOfTheLedger() {
        SignedTransaction transaction = draft();
        DEEDS.add(Deed.OTHER_KEY);
        ask(LIAR, transaction);
        CommitteeState identity = network.node(DEALER_A)
                .transaction(() -> Committees.named(network.node(DEALER_A).getServices(), "identity")
                        .get(0)
                        .getState()
                        .getData());
        assertThat(records(transaction.getId()).get(0).getSeatKey())
                .isEqualTo(identity.seatOf(network.party(LIAR)).get().getAttestationKey());
    }
}
