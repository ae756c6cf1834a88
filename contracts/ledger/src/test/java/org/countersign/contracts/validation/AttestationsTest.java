package org.countersign.contracts.validation;

import static org.countersign.contracts.Cast.ACME;
import static org.countersign.contracts.Cast.DEALER_B;
import static org.countersign.contracts.Cast.GLOBEX;
import static org.countersign.contracts.Cast.IDENTITY;
import static org.countersign.contracts.Cast.MALLORY;
import static org.countersign.contracts.Cast.NOW;
import static org.countersign.contracts.Cast.REGISTRARS;
import static org.countersign.contracts.Cast.attest;
import static org.countersign.contracts.Cast.holding;
import static org.countersign.contracts.Cast.key;
import static org.countersign.contracts.TestNode.keys;
import static org.countersign.contracts.TestNode.onLedger;
import static org.countersign.contracts.holding.Holdings.issue;
import static org.countersign.contracts.holding.Holdings.redemption;
import static org.countersign.contracts.holding.Holdings.transfer;

import com.r3.corda.lib.tokens.contracts.commands.MoveTokenCommand;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.CommandData;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.crypto.CompositeKey;
import net.corda.core.identity.AnonymousParty;
import org.countersign.contracts.Cast;
import org.countersign.contracts.Draft;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.RuleCoverage.Breaks;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.governance.CommitteeTerms;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.segment.Segment;
import org.junit.jupiter.api.Test;

class AttestationsTest extends LedgerTest {
    private static final CommitteeState IDENTITY_STATE = IDENTITY.getState().getData();

    private static boolean ofIdentity(CommandData data) {
        return data instanceof Attest && ((Attest) data).getAspect() == Aspect.IDENTITY;
    }

    /** A transfer whose identity attestation is another one. */
    private static Draft attestedBy(Command<Attest> attestation) {
        return transfer().withoutCommands(AttestationsTest::ofIdentity).command(attestation);
    }

    private static Command<Attest> identity(Operation operation, StateRef committee, Instant from, Instant until) {
        return new Command<>(
                new Attest(Aspect.IDENTITY, operation, committee, ACME.getRef(), from, until),
                Collections.singletonList(IDENTITY_STATE.attestationKey()));
    }

    private static Command<Attest> valid(Instant from, Instant until) {
        return identity(Operation.TRANSFER, IDENTITY.getRef(), from, until);
    }

    private static Draft signedBy(PublicKey... signers) {
        return attestedBy(new Command<>(
                attest(IDENTITY, Operation.TRANSFER, ACME.getRef()).getValue(), Arrays.asList(signers)));
    }

    @Breaks(Attestations.BOUNDED_WINDOW)
    void anOpenOrMissingTimeWindowIsRefused() {
        refused(Attestations.BOUNDED_WINDOW, transfer().window(null));
        refused(Attestations.BOUNDED_WINDOW, transfer().window(TimeWindow.fromOnly(NOW)));
        refused(Attestations.BOUNDED_WINDOW, transfer().window(TimeWindow.untilOnly(NOW)));
    }

    @Breaks(Attestations.EVERY_ASPECT)
    void aDroppedAspectIsRefused() {
        refused(Attestations.EVERY_ASPECT, transfer().withoutCommands(AttestationsTest::ofIdentity));
        refused(
                Attestations.EVERY_ASPECT,
                transfer().withoutCommands(data -> data instanceof Attest && !ofIdentity(data)));
        refused(Attestations.EVERY_ASPECT, transfer().withoutCommands(Attest.class::isInstance));
        refused(Attestations.EVERY_ASPECT, issue().withoutCommands(Attest.class::isInstance));
        refused(Attestations.EVERY_ASPECT, redemption().withoutCommands(Attest.class::isInstance));
    }

    @Breaks(Attestations.EVERY_ASPECT)
    void anAspectTwiceIsRefused() {
        refused(Attestations.EVERY_ASPECT, transfer().command(attest(IDENTITY, Operation.TRANSFER, ACME.getRef())));
    }

    @Breaks(Attestations.NO_OTHER_ASPECT)
    void anAspectThatThePolicyDoesNotDemandIsRefused() {
        refused(
                Attestations.NO_OTHER_ASPECT,
                redemption().reference(IDENTITY).command(attest(IDENTITY, Operation.REDEEM, ACME.getRef())));
    }

    @Breaks(Attestations.SAME_OPERATION)
    void anAttestationOfAnotherOperationIsRefused() {
        for (Operation other : Arrays.asList(Operation.DEFINE, Operation.ISSUE, Operation.REDEEM)) {
            refused(Attestations.SAME_OPERATION, attestedBy(attest(IDENTITY, other, ACME.getRef())));
        }
    }

    @Breaks(Attestations.POLICY_COMMITTEE)
    void aCommitteeThatIsNotReferencedIsRefused() {
        refused(Attestations.POLICY_COMMITTEE, transfer().withoutReference(IDENTITY));
    }

    @Breaks(Attestations.POLICY_COMMITTEE)
    void aCommitteeThatThePolicyDoesNotNameIsRefused() {
        StateAndRef<CommitteeState> own =
                onLedger(CommitteeState.founded("uk-identity", Aspect.IDENTITY, Cast.committeeTerms(700)));
        refused(
                Attestations.POLICY_COMMITTEE,
                attestedBy(attest(own, Operation.TRANSFER, ACME.getRef())).reference(own));
    }

    @Breaks(Attestations.POLICY_COMMITTEE)
    void aStateThatIsNoCommitteeIsRefused() {
        refused(
                Attestations.POLICY_COMMITTEE,
                attestedBy(identity(Operation.TRANSFER, ACME.getRef(), NOW.minusSeconds(30), NOW.plusSeconds(150))));
    }

    @Breaks(Attestations.SAME_SEGMENT)
    void aCommitteeOfAnotherSegmentIsRefused() {
        refused(Attestations.SAME_SEGMENT, attestedInSegment("uk-equities", "fr-equities"));
        refused(Attestations.SAME_SEGMENT, attestedInSegment("uk-equities", Segment.WHOLE_NETWORK));
        accepted(attestedInSegment("uk-equities", "uk-equities"));
        accepted(attestedInSegment(Segment.WHOLE_NETWORK, "uk-equities"));
    }

    /** A transfer of a security of one segment, whose identity committee is of another. */
    private static Draft attestedInSegment(String committee, String security) {
        CommitteeTerms terms = Cast.IDENTITY_TERMS;
        StateAndRef<CommitteeState> identity = onLedger(CommitteeState.founded(
                "segment-identity",
                Aspect.IDENTITY,
                new CommitteeTerms(
                        committee,
                        terms.getMembers(),
                        terms.getThreshold(),
                        terms.getAttestationValidity(),
                        terms.getObservers())));
        ValidationPolicy policy =
                new ValidationPolicy(security, Cast.policy(identity, REGISTRARS).getRequirements());
        StateAndRef<SecurityDefinitionState> definition =
                onLedger(SecurityDefinitionState.registered(Cast.ISSUER, Cast.TERMS, policy));
        return new Draft()
                .input(onLedger(holding(definition, 5, Cast.DEALER_A)))
                .output(holding(definition, 5, DEALER_B))
                .reference(definition)
                .reference(identity)
                .reference(REGISTRARS)
                .command(
                        new MoveTokenCommand(
                                definition.getState().getData().tokenType(),
                                Collections.singletonList(0),
                                Collections.singletonList(0)),
                        key(Cast.DEALER_A),
                        key(DEALER_B))
                .command(attest(identity, Operation.TRANSFER, definition.getRef()))
                .command(attest(REGISTRARS, Operation.TRANSFER, definition.getRef()))
                .window(Cast.WINDOW);
    }

    @Breaks(Attestations.COMMITTEE_SIGNS)
    void anotherKeyThanTheCommitteesIsRefused() {
        PublicKey quorum = IDENTITY_STATE.attestationKey();
        PublicKey member = IDENTITY_STATE.getTerms().getMembers().get(0).getAttestationKey();
        refused(Attestations.COMMITTEE_SIGNS, signedBy(key(MALLORY)));
        refused(Attestations.COMMITTEE_SIGNS, signedBy(member));
        refused(Attestations.COMMITTEE_SIGNS, signedBy(quorum, key(MALLORY)));
        refused(Attestations.COMMITTEE_SIGNS, signedBy(quorum, quorum));
        refused(Attestations.COMMITTEE_SIGNS, signedBy(weaker(1)));
        refused(
                Attestations.COMMITTEE_SIGNS,
                signedBy(REGISTRARS.getState().getData().attestationKey()));
    }

    /** The committee's own members, with another threshold. */
    private static PublicKey weaker(int threshold) {
        CompositeKey.Builder builder = new CompositeKey.Builder();
        IDENTITY_STATE.getTerms().getMembers().forEach(member -> builder.addKey(member.getAttestationKey(), 1));
        return builder.build(threshold);
    }

    @Breaks(Attestations.WITHIN_VALIDITY)
    void aWindowThatReachesBeyondTheAttestationIsRefused() {
        Instant until = NOW.plusSeconds(120);
        refused(Attestations.WITHIN_VALIDITY, attestedBy(valid(NOW.minusSeconds(9), until.minusNanos(1))));
        refused(Attestations.WITHIN_VALIDITY, attestedBy(valid(NOW.plusNanos(1), until.plusSeconds(9))));
        refused(Attestations.WITHIN_VALIDITY, attestedBy(valid(NOW.minusSeconds(99), NOW)));
        refused(Attestations.WITHIN_VALIDITY, attestedBy(valid(until, until.plusSeconds(99))));
        refused(Attestations.WITHIN_VALIDITY, attestedBy(valid(until, NOW)));
        accepted(attestedBy(valid(NOW, until)));
    }

    @Breaks(Attestations.SHORT_VALIDITY)
    void anAttestationThatHoldsLongerThanItsCommitteeAllowsIsRefused() {
        Instant from = NOW.minusSeconds(30);
        Duration allowed = IDENTITY_STATE.getTerms().getAttestationValidity();
        refused(
                Attestations.SHORT_VALIDITY,
                attestedBy(valid(from, from.plus(allowed).plusNanos(1))));
        refused(Attestations.SHORT_VALIDITY, attestedBy(valid(Instant.MIN, Instant.MAX)));
        accepted(attestedBy(valid(from, from.plus(allowed))));
    }

    @Breaks(Attestations.KNOWN_DEFINITION)
    void anAttestationOfASecurityThatDoesNotMoveIsRefused() {
        refused(
                Attestations.KNOWN_DEFINITION,
                transfer().reference(GLOBEX).command(attest(REGISTRARS, Operation.TRANSFER, GLOBEX.getRef())));
        refused(Attestations.KNOWN_DEFINITION, transfer().command(attest(REGISTRARS, Operation.TRANSFER, null)));
    }

    @Breaks(Attestations.KEYS_APART)
    void anAttestationKeyThatHoldsTheSecurityIsRefused() {
        PublicKey seat = IDENTITY_STATE.getTerms().getMembers().get(0).getAttestationKey();
        refused(Attestations.KEYS_APART, heldBy(seat));
        refused(
                Attestations.KEYS_APART,
                heldBy(new CompositeKey.Builder().addKeys(seat, key(MALLORY)).build(1)));
    }

    @Test
    void aCompositeKeyOfTheHoldersOwnIsAccepted() {
        accepted(heldBy(new CompositeKey.Builder()
                .addKeys(keys(801).getPublic(), keys(802).getPublic())
                .build(2)));
    }

    @Breaks(Attestations.KEYS_APART)
    void anAttestationKeyThatSignsAnotherCommandIsRefused() {
        PublicKey seat =
                REGISTRARS.getState().getData().getTerms().getMembers().get(2).getAttestationKey();
        refused(Attestations.KEYS_APART, transfer().changeCommands(MoveTokenCommand.class, command -> {
            List<PublicKey> signers = new ArrayList<>(command.getSigners());
            signers.add(seat);
            return new Command<>(command.getValue(), signers);
        }));
    }

    @Breaks(Attestations.KEYS_APART)
    void aKeyOnTwoCommitteesOfOneTransactionIsRefused() {
        StateAndRef<CommitteeState> shared =
                onLedger(CommitteeState.founded("shared", Aspect.IDENTITY, Cast.OWNERSHIP_TERMS));
        StateAndRef<SecurityDefinitionState> definition =
                onLedger(SecurityDefinitionState.registered(Cast.ISSUER, Cast.TERMS, Cast.policy(shared, REGISTRARS)));
        refused(
                Attestations.KEYS_APART,
                new Draft()
                        .input(onLedger(holding(definition, 5, Cast.DEALER_A)))
                        .output(holding(definition, 5, DEALER_B))
                        .reference(definition)
                        .reference(shared)
                        .reference(REGISTRARS)
                        .command(
                                new MoveTokenCommand(
                                        definition.getState().getData().tokenType(),
                                        Collections.singletonList(0),
                                        Collections.singletonList(0)),
                                key(Cast.DEALER_A),
                                key(DEALER_B))
                        .command(attest(shared, Operation.TRANSFER, definition.getRef()))
                        .command(attest(REGISTRARS, Operation.TRANSFER, definition.getRef()))
                        .window(Cast.WINDOW));
    }

    /** A transfer whose buyer is this key. */
    private static Draft heldBy(PublicKey buyer) {
        return transfer()
                .change(0, SecurityToken.class, token -> token.withNewHolder(new AnonymousParty(buyer)))
                .changeCommands(
                        MoveTokenCommand.class,
                        command -> new Command<>(command.getValue(), Arrays.asList(key(Cast.DEALER_A), buyer)));
    }
}
