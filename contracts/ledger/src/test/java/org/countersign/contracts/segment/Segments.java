package org.countersign.contracts.segment;

import static org.countersign.contracts.Cast.DEALER_A;
import static org.countersign.contracts.Cast.REGISTRARS;
import static org.countersign.contracts.Cast.REGULATOR;
import static org.countersign.contracts.Cast.WINDOW;
import static org.countersign.contracts.Cast.attest;
import static org.countersign.contracts.Cast.authority;
import static org.countersign.contracts.Cast.committeeTerms;
import static org.countersign.contracts.Cast.key;
import static org.countersign.contracts.TestNode.onLedger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.Party;
import org.countersign.contracts.Draft;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;

/** The transactions with segments and memberships that every rule is tried on: each as it should be for its state. */
public final class Segments {
    static final StateAndRef<CommitteeState> ADMISSION =
            onLedger(CommitteeState.founded("uk-admission", Aspect.COMPLIANCE, committeeTerms(500)));
    static final List<Party> KEEPERS = Arrays.asList(authority(1), authority(2), authority(3));
    static final AdmissionCondition LICENCE =
            new AdmissionCondition("LICENCE", "The member is licensed to deal in transferable securities.");
    static final SegmentTerms TERMS =
            admitting(new AdmissionPolicy(Collections.singletonList(LICENCE), Collections.singletonList("GB"), false));
    static final SegmentState UK = SegmentState.established(TERMS, policy("uk"), KEEPERS);
    static final UniqueIdentifier OTHER =
            SegmentState.established(TERMS, policy("fr"), KEEPERS).getLinearId();
    static final StateAndRef<SegmentState> CURRENT = onLedger(UK);
    static final MembershipEvidence EVIDENCE =
            new MembershipEvidence("LICENCE", SecureHash.sha256("licence"), "Licence 204503");
    static final SegmentMembershipState APPLICATION =
            membership(DEALER_A, Collections.singletonList(EVIDENCE), standing(MembershipStatus.ASKED));

    private Segments() {}

    /** A segment with every term. */
    public static SegmentState segment() {
        return UK;
    }

    /** Terms that ask for nothing. */
    public static SegmentTerms openTerms() {
        return admitting(new AdmissionPolicy(Collections.emptyList(), Collections.emptyList(), true));
    }

    /** A membership that has been asked for. */
    public static SegmentMembershipState membership() {
        return APPLICATION;
    }

    static SegmentTerms admitting(AdmissionPolicy admission) {
        return new SegmentTerms(
                admission, Collections.singletonList(REGULATOR), PermittedSecurities.ALL, CrossSegmentRules.NONE, true);
    }

    /** The registrars, and a committee of its own for admission. */
    static ValidationPolicy policy(String name) {
        return new ValidationPolicy(name, Arrays.asList(registrars(), requirement(ADMISSION, Operation.DEFINE)));
    }

    static AspectRequirement registrars() {
        return new AspectRequirement(
                Aspect.OWNERSHIP, REGISTRARS.getState().getData().getLinearId(), EnumSet.allOf(Operation.class));
    }

    static AspectRequirement requirement(StateAndRef<CommitteeState> committee, Operation operation) {
        CommitteeState state = committee.getState().getData();
        return new AspectRequirement(state.getAspect(), state.getLinearId(), EnumSet.of(operation));
    }

    /** The establishing of this segment, proposed by Authority One. */
    static Draft establish(SegmentState segment) {
        return attested(new Draft().output(segment), null).command(new SegmentCommand.Establish(), key(authority(1)));
    }

    static Draft establish(SegmentTerms terms) {
        return establish(SegmentState.established(terms, policy("uk"), KEEPERS));
    }

    /** A change from one state to another, proposed by Authority Two. */
    static Draft amend(SegmentState before, SegmentState after) {
        StateAndRef<SegmentState> input = onLedger(before);
        return attested(new Draft().input(input).output(after), input.getRef())
                .command(new SegmentCommand.Amend(), key(authority(2)));
    }

    /** An application. */
    static Draft ask(SegmentMembershipState application) {
        return new Draft()
                .output(application)
                .reference(CURRENT)
                .command(new SegmentMembershipCommand.Ask(), key(application.getMember()))
                .window(WINDOW);
    }

    /** A decision about a membership, proposed by Authority Three. */
    static Draft decide(SegmentMembershipState before, MembershipStep step) {
        return decide(before, before.with(standing(step.after()), KEEPERS), step.command());
    }

    static Draft decide(SegmentMembershipState before, SegmentMembershipState after, SegmentMembershipCommand command) {
        return decide(before, after, command, CURRENT);
    }

    static Draft decide(
            SegmentMembershipState before,
            SegmentMembershipState after,
            SegmentMembershipCommand command,
            StateAndRef<SegmentState> segment) {
        return attested(new Draft().input(onLedger(before)).output(after).reference(segment), segment.getRef())
                .command(command, key(authority(3)));
    }

    static SegmentMembershipState membership(
            Party member, List<MembershipEvidence> evidence, MembershipStanding standing) {
        return new SegmentMembershipState(identifier(member), UK.getLinearId(), member, evidence, standing, KEEPERS);
    }

    static UniqueIdentifier identifier(Party member) {
        return new UniqueIdentifier(SegmentMembershipState.externalIdOf(UK.getLinearId(), member), UUID.randomUUID());
    }

    static SegmentMembershipState at(MembershipStatus status) {
        return APPLICATION.with(standing(status), KEEPERS);
    }

    static MembershipStanding standing(MembershipStatus status) {
        return new MembershipStanding(status, "REVIEW_2026", "As the review of 2026 found.");
    }

    static List<Party> without(Party party) {
        List<Party> others = new ArrayList<>(KEEPERS);
        others.remove(party);
        return others;
    }

    private static Draft attested(Draft draft, StateRef segment) {
        return draft.reference(REGISTRARS)
                .reference(ADMISSION)
                .command(attest(REGISTRARS, Operation.DEFINE, segment))
                .command(attest(ADMISSION, Operation.DEFINE, segment))
                .window(WINDOW);
    }
}
