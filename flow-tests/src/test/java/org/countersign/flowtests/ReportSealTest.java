package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countersign.flowtests.AttackNetwork.given;
import static org.countersign.flowtests.AttackNetwork.holding;
import static org.countersign.flowtests.AttackNetwork.network;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.OUTSIDER;
import static org.countersign.flowtests.CountersignNetwork.REGULATOR;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.ReportSeal;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.validation.AttestationAnswer;
import org.countersign.workflows.validation.ReportSeals;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where the seals of attestations end up, and which are kept. */
@ExtendWith(AttackNetwork.class)
class ReportSealTest {
    private static List<ReportSeal> seals(CordaX500Name member, SecureHash transaction) {
        return network()
                .node(member)
                .transaction(() -> ReportSeals.of(network().node(member).getServices(), transaction));
    }

    private static void keep(SignedTransaction transaction, ReportSeal seal) {
        network().node(OUTSIDER).transaction(() -> {
            ReportSeals.record(network().node(OUTSIDER).getServices(), transaction, Collections.singletonList(seal));
            return null;
        });
    }

    @Test
    @DisplayName("Everybody who gets a transaction gets the seals of those who attested it")
    void sealsTravelWithTheTransaction() {
        given("SL.GO", "100", DEALER_A);
        TransactionReceipt receipt = network().transfer(DEALER_A, "SL.GO", "10", DEALER_B);
        for (CordaX500Name member : Iterables.concat(AUTHORITIES, ImmutableList.of(DEALER_A, DEALER_B, REGULATOR))) {
            CountersignNetwork.await(
                    member + " has the seals of a quorum",
                    () -> hasQuorum(member, receipt, Aspect.IDENTITY) && hasQuorum(member, receipt, Aspect.OWNERSHIP));
            assertThat(seals(member, receipt.getTransactionId()))
                    .allMatch(seal -> seal.isValid()
                            && seal.getAttested()
                            && seal.getTransactionId().equals(receipt.getTransactionId()));
        }
        assertThat(seals(OUTSIDER, receipt.getTransactionId())).isEmpty();
    }

    private static boolean hasQuorum(CordaX500Name member, TransactionReceipt receipt, Aspect aspect) {
        return seals(member, receipt.getTransactionId()).stream()
                        .filter(seal -> seal.getAspect() == aspect)
                        .count()
                >= 2;
    }

    @Test
    @Tag("attack-16")
    @DisplayName("16. An authority that is asked again gives its first answer, and only true seals are kept")
    void theFirstAnswerStandsAndOnlyTrueSealsAreKept() {
        AttackNetwork.foundCommitteesOfEveryAspect();
        network().register("SL.ONE", "1000", Arrays.asList("registrars", "compliance"));
        network().recorded(network().issue("SL.ONE", "100", DEALER_A), DEALER_A);
        SignedTransaction transaction = network()
                .run(
                        DEALER_A,
                        new HostileFlows.Forge(
                                new HostileFlows.Draft(
                                        "SL.ONE",
                                        holding(DEALER_A, "SL.ONE"),
                                        10,
                                        network().party(DEALER_A),
                                        network().party(DEALER_B)),
                                HostileFlows.none()));
        AttestationAnswer first = ask(transaction);
        StagedCheck.play("SL.ONE", StagedCheck.Act.OBJECT);
        AttestationAnswer second = ask(transaction);
        assertThat(first.getSeal().getAttested()).isTrue();
        assertThat(second.getSeal()).isEqualTo(first.getSeal());
        assertThat(second.getReport()).isEqualTo(first.getReport());

        ReportSeal seal = first.getSeal();
        keep(transaction, changed(seal, SecureHash.sha256("another transaction"), seal.getAspect(), true));
        keep(transaction, changed(seal, seal.getTransactionId(), Aspect.IDENTITY, true));
        keep(transaction, changed(seal, seal.getTransactionId(), seal.getAspect(), false));
        keep(transaction, changed(seal, seal.getTransactionId(), seal.getAspect(), true));
        assertThat(seals(OUTSIDER, transaction.getId())).isEmpty();
        keep(transaction, seal);
        keep(transaction, seal);
        assertThat(seals(OUTSIDER, transaction.getId())).containsExactly(seal);
    }

    private static AttestationAnswer ask(SignedTransaction transaction) {
        return network().ask(DEALER_A, AUTHORITIES.get(0), Aspect.COMPLIANCE, transaction);
    }

    // With all else as it was, but for the report's digest, so that the signature holds for none of them.
    private static ReportSeal changed(ReportSeal seal, SecureHash transaction, Aspect aspect, boolean attested) {
        return new ReportSeal(
                transaction,
                aspect,
                attested,
                SecureHash.sha256("another report"),
                seal.getJournalDigest(),
                seal.getBy(),
                new OpaqueBytes(seal.getSignature().getBytes()));
    }
}
