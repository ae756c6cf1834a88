package org.countersign.contracts.segment;

import static org.countersign.contracts.Rules.broken;
import static org.countersign.contracts.Rules.check;
import static org.countersign.contracts.Rules.isReadable;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.corda.core.contracts.CommandWithParties;
import net.corda.core.contracts.Contract;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.transactions.LedgerTransaction;
import org.countersign.contracts.CodeBinding;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Attestations;
import org.countersign.contracts.validation.Operation;

/** How memberships of segments come into being and change. Every rule is a named sentence. */
public final class SegmentMembershipContract implements Contract {
    /** The contract's name on the ledger. */
    public static final String ID = SegmentMembershipContract.class.getName();

    /** Unknown and mixed commands are refused. */
    public static final String ONE_COMMAND = "A transaction with a membership has exactly one command, Ask, Grant,"
            + " Refuse, Suspend, Reinstate or End, and attestations.";
    /** Asking consumes nothing. */
    public static final String ASK_SHAPE = "Ask has no inputs and one output, the membership.";
    /** A change is one state for one state. */
    public static final String CHANGE_SHAPE =
            "A change of a membership has one input and one output, both the membership.";
    /** A stale segment is none, and a look-alike has another identifier. */
    public static final String CURRENT_SEGMENT = "The membership's segment is the one segment among the reference"
            + " states, with the same identifier and digest.";
    /** Whoever looks for the memberships of a party finds all of them. */
    public static final String IDENTIFIED =
            "A membership's external id is the digest of its segment's identifier and its member's name and key.";
    /** Who asks is not admitted by asking. */
    public static final String ASKED = "Who asks for a membership is not yet admitted.";
    /** Nobody is made a member without knowing. */
    public static final String MEMBER_SIGNS = "Who asks for a membership signs, and nobody else has to.";
    /** What is public in the admission policy, everybody can check. */
    public static final String COUNTRY_ADMITTED =
            "Who asks or is admitted is of a country that the admission policy names, if it names any.";
    /** Authorities have something to judge by, and it is on record. */
    public static final String EVIDENCE_COMPLETE = "Who asks or is admitted has named a document for every condition of"
            + " the admission policy and for nothing else, each once, by its SHA-256 digest and 1 to 200 readable"
            + " characters.";
    /** What is over is over, and what is granted once is not granted again. */
    public static final String STATUS_FOLLOWS = "Grant and Refuse follow an application, Suspend a granted membership,"
            + " Reinstate a suspended one, End either of both; the output says so.";
    /** A change of standing changes nothing else. */
    public static final String ONLY_STANDING_CHANGES = "A change of a membership changes standing and keepers only.";
    /** A reason is on record. */
    public static final String REASON_GIVEN = "Every standing has a reason: a code of 1 to 40 capital letters, digits,"
            + " hyphens or underscores, and 1 to 500 readable characters.";
    /** Whoever keeps a membership can be told from its state. */
    public static final String SEGMENTS_KEEPERS = "A membership's keepers are its segment's.";
    /** Somebody answers for the proposal. */
    public static final String DECIDER_SIGNS =
            "A member of a committee that attests a change of a membership signs it with its legal identity.";

    @Override
    public void verify(LedgerTransaction tx) {
        CodeBinding.verify(tx);
        CommandWithParties<?> command = onlyCommand(tx);
        if (command.getValue().getClass() == SegmentMembershipCommand.Ask.class) {
            verifyAsk(tx, command.getSigners());
        } else {
            verifyChange(
                    tx,
                    MembershipStep.of(command.getValue()).orElseThrow(() -> broken(ONE_COMMAND)),
                    command.getSigners());
        }
    }

    private static CommandWithParties<?> onlyCommand(LedgerTransaction tx) {
        List<CommandWithParties<?>> others = new ArrayList<>();
        for (CommandWithParties<?> command : tx.getCommands()) {
            if (!(command.getValue() instanceof Attest)) {
                others.add(command);
            }
        }
        check(ONE_COMMAND, others.size() == 1);
        return others.get(0);
    }

    private static void verifyAsk(LedgerTransaction tx, List<PublicKey> signers) {
        List<SegmentMembershipState> outputs = tx.outputsOfType(SegmentMembershipState.class);
        check(ASK_SHAPE, tx.getInputs().isEmpty() && tx.getOutputs().size() == 1 && outputs.size() == 1);
        SegmentMembershipState membership = outputs.get(0);
        SegmentState segment = segmentOf(tx, membership).getState().getData();
        check(
                IDENTIFIED,
                SegmentMembershipState.externalIdOf(membership.getSegment(), membership.getMember())
                        .equals(membership.getLinearId().getExternalId()));
        check(ASKED, membership.getStanding().getStatus() == MembershipStatus.ASKED);
        check(
                MEMBER_SIGNS,
                signers.equals(Collections.singletonList(membership.getMember().getOwningKey())));
        verifyAdmissible(segment, membership);
        verifyStanding(segment, membership);
        Attestations.verifyNoStrangers(tx, Collections.emptyList());
    }

    private static void verifyChange(LedgerTransaction tx, MembershipStep step, List<PublicKey> signers) {
        List<SegmentMembershipState> inputs = tx.inputsOfType(SegmentMembershipState.class);
        List<SegmentMembershipState> outputs = tx.outputsOfType(SegmentMembershipState.class);
        check(
                CHANGE_SHAPE,
                tx.getInputs().size() == 1 && tx.getOutputs().size() == 1 && inputs.size() == 1 && outputs.size() == 1);
        SegmentMembershipState before = inputs.get(0);
        SegmentMembershipState after = outputs.get(0);
        check(ONLY_STANDING_CHANGES, after.equals(before.with(after.getStanding(), after.getKeepers())));
        StateAndRef<SegmentState> reference = segmentOf(tx, after);
        SegmentState segment = reference.getState().getData();
        check(
                STATUS_FOLLOWS,
                step.leadsFrom(before.getStanding().getStatus())
                        && after.getStanding().getStatus() == step.after());
        if (step == MembershipStep.GRANT) {
            verifyAdmissible(segment, after);
        }
        verifyStanding(segment, after);
        Attestations.verify(tx, segment.getValidationPolicy(), reference.getRef(), Operation.DEFINE);
        Attestations.verifyNoStrangers(tx, Collections.singletonList(reference.getRef()));
        check(DECIDER_SIGNS, new SegmentCommittees(tx).anySigns(signers));
    }

    private static StateAndRef<SegmentState> segmentOf(LedgerTransaction tx, SegmentMembershipState membership) {
        List<StateAndRef<SegmentState>> references = tx.referenceInputRefsOfType(SegmentState.class);
        check(
                CURRENT_SEGMENT,
                references.size() == 1
                        && SelfCertifyingId.same(
                                references.get(0).getState().getData().getLinearId(), membership.getSegment()));
        return references.get(0);
    }

    private static void verifyAdmissible(SegmentState segment, SegmentMembershipState membership) {
        AdmissionPolicy policy = segment.getTerms().getAdmission();
        check(COUNTRY_ADMITTED, policy.admitsCountryOf(membership.getMember()));
        Set<String> asked = new HashSet<>();
        policy.getConditions().forEach(condition -> asked.add(condition.getCode()));
        check(EVIDENCE_COMPLETE, membership.getEvidence().size() == asked.size());
        for (MembershipEvidence piece : membership.getEvidence()) {
            check(
                    EVIDENCE_COMPLETE,
                    asked.remove(piece.getCondition())
                            && piece.getDocument() instanceof SecureHash.SHA256
                            && isReadable(piece.getDescription(), 200));
        }
    }

    private static void verifyStanding(SegmentState segment, SegmentMembershipState membership) {
        MembershipStanding standing = membership.getStanding();
        check(REASON_GIVEN, SegmentContract.isCode(standing.getReasonCode()) && isReadable(standing.getReason(), 500));
        check(
                SEGMENTS_KEEPERS,
                membership.getKeepers().equals(segment.getKeepers())
                        && SegmentTerms.names(membership.getKeepers())
                                .equals(SegmentTerms.names(segment.getKeepers())));
    }
}
