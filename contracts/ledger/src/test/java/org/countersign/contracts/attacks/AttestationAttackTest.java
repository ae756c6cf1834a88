package org.countersign.contracts.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.countersign.contracts.Cast.ACME;
import static org.countersign.contracts.Cast.IDENTITY;
import static org.countersign.contracts.Cast.IDENTITY_TERMS;
import static org.countersign.contracts.Cast.MALLORY;
import static org.countersign.contracts.Cast.NOW;
import static org.countersign.contracts.Cast.REGISTRARS;
import static org.countersign.contracts.Cast.attest;
import static org.countersign.contracts.Cast.key;
import static org.countersign.contracts.TestNode.keys;
import static org.countersign.contracts.TestNode.onLedger;
import static org.countersign.contracts.TestNode.signed;
import static org.countersign.contracts.holding.Holdings.issue;
import static org.countersign.contracts.holding.Holdings.redemption;
import static org.countersign.contracts.holding.Holdings.transfer;

import java.security.PublicKey;
import java.security.SignatureException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import net.corda.core.contracts.AlwaysAcceptAttachmentConstraint;
import net.corda.core.contracts.AttachmentConstraint;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.CommandData;
import net.corda.core.contracts.HashAttachmentConstraint;
import net.corda.core.contracts.SignatureAttachmentConstraint;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.contracts.TransactionState;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.SignedTransaction.SignaturesMissingException;
import net.corda.core.transactions.WireTransaction;
import org.countersign.contracts.Cast;
import org.countersign.contracts.CodeBinding;
import org.countersign.contracts.Draft;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.TestNode;
import org.countersign.contracts.governance.CommitteeContract;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.governance.CommitteeTerms;
import org.countersign.contracts.governance.Committees;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Attestations;
import org.countersign.contracts.validation.Operation;
import org.countersign.hostile.AnythingGoes;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attacks 1, 2 and 12 to 15: a transfer without the authorities, or with the wrong ones. */
class AttestationAttackTest extends LedgerTest {
    // The seeds of Cast's keys: notary, Dealer A and B; two of three identity members; two of three registrars.
    private static final long NOTARY = 1;
    private static final long SELLER = 11;
    private static final long BUYER = 12;
    private static final long ATTACKER = 66;

    private static boolean ofIdentity(CommandData data) {
        return data instanceof Attest && ((Attest) data).getAspect() == Aspect.IDENTITY;
    }

    private static Draft attestedBy(StateAndRef<CommitteeState> committee) {
        return transfer()
                .withoutReference(IDENTITY)
                .reference(committee)
                .withoutCommands(AttestationAttackTest::ofIdentity)
                .command(attest(committee, Operation.TRANSFER, ACME.getRef()));
    }

    @Test
    @Tag("attack-1")
    @DisplayName("1 An initiator who drops the attestations, or one of them, is refused")
    void droppedAttestations() {
        for (Draft draft : Arrays.asList(transfer(), issue(), redemption())) {
            refused(Attestations.EVERY_ASPECT, draft.withoutCommands(Attest.class::isInstance));
        }
        refused(Attestations.EVERY_ASPECT, transfer().withoutCommands(AttestationAttackTest::ofIdentity));
        refused(Attestations.EVERY_ASPECT, issue().withoutCommands(AttestationAttackTest::ofIdentity));
        refused(
                Attestations.EVERY_ASPECT,
                transfer().withoutCommands(data -> data instanceof Attest && !ofIdentity(data)));
    }

    @Test
    @Tag("attack-2")
    @DisplayName("2 A key of the attacker's among the signers in place of the committee's is refused")
    void attackersKeyAsSigner() {
        Command<Attest> genuine = attest(IDENTITY, Operation.TRANSFER, ACME.getRef());
        for (PublicKey signer : Arrays.asList(
                key(MALLORY), IDENTITY_TERMS.getMembers().get(0).getAttestationKey(), key(Cast.DEALER_A))) {
            refused(
                    Attestations.COMMITTEE_SIGNS,
                    transfer()
                            .withoutCommands(AttestationAttackTest::ofIdentity)
                            .command(new Command<>(genuine.getValue(), Collections.singletonList(signer))));
        }
    }

    @Test
    @Tag("attack-2")
    @DisplayName("2 Signatures of the attacker's in place of the quorum's do not make a transaction complete")
    void attackersSignatures() throws Exception {
        WireTransaction wire = transfer().toWire();
        signed(wire, NOTARY, SELLER, BUYER, 201, 202, 301, 303).verifyRequiredSignatures();
        for (SignedTransaction incomplete : Arrays.asList(
                signed(wire, NOTARY, SELLER, BUYER, 301, 303),
                signed(wire, NOTARY, SELLER, BUYER, 201, 301, 303),
                signed(wire, NOTARY, SELLER, BUYER, 201, 202, 303),
                signed(wire, NOTARY, SELLER, BUYER, 201, ATTACKER, 301, 303),
                signed(wire, NOTARY, SELLER, BUYER, 21, 22, 23, 301, 303))) {
            assertThat(catchThrowable(incomplete::verifyRequiredSignatures))
                    .isInstanceOf(SignaturesMissingException.class);
        }
    }

    @Test
    @Tag("attack-12")
    @DisplayName("12 A member who signs twice counts once")
    void aMemberWhoSignsTwice() {
        WireTransaction wire = transfer().toWire();
        assertThat(catchThrowable(signed(wire, NOTARY, SELLER, BUYER, 201, 201, 301, 303)::verifyRequiredSignatures))
                .isInstanceOf(SignaturesMissingException.class);
    }

    @Test
    @Tag("attack-12")
    @DisplayName("12 A committee that would count a member twice, or nobody, cannot be founded")
    void aCommitteeThatMiscounts() {
        CommitteeMember one = Cast.seats(900).get(0);
        CommitteeMember two = Cast.seats(900).get(1);
        CommitteeMember doubled = new CommitteeMember(Cast.authority(3), one.getAttestationKey(), 1);
        CommitteeMember silent =
                new CommitteeMember(Cast.authority(3), keys(909).getPublic(), 0);
        refused(CommitteeContract.DISTINCT_MEMBERS, founded(2, one, two, doubled));
        refused(CommitteeContract.POSITIVE_WEIGHTS, founded(2, one, two, silent));
        refused(CommitteeContract.REACHABLE_THRESHOLD, founded(0, one, two));
        refused(CommitteeContract.REACHABLE_THRESHOLD, founded(3, one, two));
    }

    private static Draft founded(int threshold, CommitteeMember... members) {
        return Committees.form(
                Aspect.IDENTITY,
                new CommitteeTerms(
                        Segment.WHOLE_NETWORK,
                        Arrays.asList(members),
                        threshold,
                        Duration.ofMinutes(5),
                        Collections.emptyList()));
    }

    @Test
    @Tag("attack-13")
    @DisplayName("13 Attestations of one transfer do not hold for another")
    void replayedAttestations() {
        WireTransaction attested = transfer().toWire();
        WireTransaction other = transfer().toWire();
        TransactionSignature replayed = TestNode.signature(attested, keys(201));
        SignedTransaction forged =
                signed(other, NOTARY, SELLER, BUYER, 202, 301, 303).withAdditionalSignature(replayed);
        assertThat(catchThrowable(forged::verifyRequiredSignatures)).isInstanceOf(SignatureException.class);
    }

    @Test
    @Tag("attack-14")
    @DisplayName("14 An expired attestation is not saved by an open or missing time-window")
    void expiredAttestation() {
        Attest expired = new Attest(
                Aspect.IDENTITY,
                Operation.TRANSFER,
                IDENTITY.getRef(),
                ACME.getRef(),
                NOW.minus(Duration.ofDays(2)),
                NOW.minus(Duration.ofDays(2)).plusSeconds(120));
        Command<Attest> command =
                new Command<>(expired, IDENTITY.getState().getData().attestationKey());
        Draft draft =
                transfer().withoutCommands(AttestationAttackTest::ofIdentity).command(command);
        refused(Attestations.WITHIN_VALIDITY, draft);
        refused(Attestations.BOUNDED_WINDOW, draft.window(null));
        refused(Attestations.BOUNDED_WINDOW, draft.window(TimeWindow.fromOnly(NOW.minus(Duration.ofDays(2)))));
        refused(Attestations.BOUNDED_WINDOW, draft.window(TimeWindow.untilOnly(NOW.plusSeconds(60))));
        refused(
                Attestations.WITHIN_VALIDITY,
                draft.window(TimeWindow.between(NOW.minus(Duration.ofDays(2)), NOW.plusSeconds(60))));
    }

    @Test
    @Tag("attack-15")
    @DisplayName("15 The quorum of the last epoch does not attest in the name of the current one")
    void lastEpochsQuorum() {
        CommitteeState before = IDENTITY.getState().getData();
        StateAndRef<CommitteeState> current = onLedger(before.reformed(Cast.committeeTerms(950)));
        Attest attest = attest(current, Operation.TRANSFER, ACME.getRef()).getValue();
        accepted(attestedBy(current));
        refused(
                Attestations.COMMITTEE_SIGNS,
                transfer()
                        .withoutReference(IDENTITY)
                        .reference(current)
                        .withoutCommands(AttestationAttackTest::ofIdentity)
                        .command(new Command<>(attest, before.attestationKey())));
    }

    @Test
    @Tag("attack-15")
    @DisplayName("15 A committee of the attacker's own is not the one that the policy names")
    void attackersCommittee() {
        CommitteeState own = CommitteeState.founded("uk-identity", Aspect.IDENTITY, Cast.committeeTerms(960));
        UniqueIdentifier trueId = IDENTITY.getState().getData().getLinearId();
        refused(Attestations.POLICY_COMMITTEE, attestedBy(onLedger(own)));
        refused(
                Attestations.POLICY_COMMITTEE,
                attestedBy(onLedger(new CommitteeState(
                        new UniqueIdentifier(own.getLinearId().getExternalId(), trueId.getId()),
                        "uk-identity",
                        Aspect.IDENTITY,
                        Cast.committeeTerms(960),
                        1))));
        refused(
                Attestations.POLICY_COMMITTEE,
                transfer()
                        .withoutCommands(AttestationAttackTest::ofIdentity)
                        .command(
                                new Attest(
                                        Aspect.IDENTITY,
                                        Operation.TRANSFER,
                                        REGISTRARS.getRef(),
                                        ACME.getRef(),
                                        NOW,
                                        NOW.plusSeconds(120)),
                                REGISTRARS.getState().getData().attestationKey()));
    }

    @Test
    @Tag("attack-15")
    @DisplayName("15 A forged committee under another contract or other code is refused")
    void forgedCommittee() {
        refused(CodeBinding.OWN_CONTRACT, attestedBy(onLedger(forged(AnythingGoes.ID, TestNode.CODE))));
        refused(
                CodeBinding.FIRM_CODE,
                attestedBy(onLedger(forged(CommitteeContract.ID, AlwaysAcceptAttachmentConstraint.INSTANCE))));
        refused(
                CodeBinding.SAME_CODE,
                attestedBy(onLedger(forged(
                        CommitteeContract.ID,
                        new HashAttachmentConstraint(TestNode.attachment(CommitteeContract.ID))))));
    }

    @Test
    @Tag("attack-15")
    @DisplayName("15 A forged committee bound to the attacker's code does not stand beside the ledger's code")
    void committeeOfAttackersCode() {
        AttachmentConstraint own = SignatureAttachmentConstraint.Companion.create(key(MALLORY));
        refusedByPlatform("ContractConstraintRejection", attestedBy(onLedger(forged(CommitteeContract.ID, own))));
    }

    /** A state that claims to be the identity committee and has the attacker's members. */
    private static TransactionState<CommitteeState> forged(String contract, AttachmentConstraint code) {
        CommitteeState genuine = IDENTITY.getState().getData();
        CommitteeState forged = new CommitteeState(
                genuine.getLinearId(), genuine.getName(), Aspect.IDENTITY, Cast.committeeTerms(970), 1);
        return new TransactionState<>(forged, contract, TestNode.NOTARY, null, code);
    }
}
