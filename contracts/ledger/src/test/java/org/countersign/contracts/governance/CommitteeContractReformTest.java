package org.countersign.contracts.governance;

import static org.countersign.contracts.Cast.MALLORY;
import static org.countersign.contracts.Cast.key;
import static org.countersign.contracts.TestNode.keys;
import static org.countersign.contracts.TestNode.onLedger;
import static org.countersign.contracts.governance.Committees.form;
import static org.countersign.contracts.governance.Committees.reform;
import static org.countersign.contracts.governance.Committees.seat;
import static org.countersign.contracts.governance.Committees.terms;

import java.util.stream.Collectors;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.HashAttachmentConstraint;
import net.corda.core.contracts.UniqueIdentifier;
import org.countersign.contracts.Cast;
import org.countersign.contracts.CodeBinding;
import org.countersign.contracts.Draft;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.RuleCoverage.Breaks;
import org.countersign.contracts.TestNode;
import org.countersign.contracts.validation.Aspect;
import org.countersign.hostile.AnythingGoes;
import org.junit.jupiter.api.Test;

class CommitteeContractReformTest extends LedgerTest {
    private static final CommitteeState BEFORE =
            CommitteeState.founded("uk-registrars", Aspect.OWNERSHIP, terms(2, seat(1, 1), seat(2, 1), seat(3, 1)));
    private static final CommitteeTerms NEW_TERMS = terms(
            2,
            seat(1, 1),
            seat(2, 1),
            new CommitteeMember(Cast.DEALER_A, keys(480).getPublic(), 1));
    private static final CommitteeState AFTER = BEFORE.reformed(NEW_TERMS);

    private static Draft reformed() {
        return reform(BEFORE, AFTER);
    }

    private static Draft becomes(UniqueIdentifier id, String name, Aspect aspect, int epoch) {
        return reform(BEFORE, new CommitteeState(id, name, aspect, NEW_TERMS, epoch));
    }

    @Test
    void anotherMemberWithTheAgreementOfQuorumAndNewMembersIsAccepted() {
        accepted(reformed());
        accepted(reform(AFTER, AFTER.reformed(BEFORE.getTerms())));
    }

    @Breaks(CommitteeContract.REFORM_SHAPE)
    void moreOrFewerThanOneCommitteeIsRefused() {
        refused(CommitteeContract.REFORM_SHAPE, reformed().output(AFTER));
        refused(CommitteeContract.REFORM_SHAPE, reformed().output(new AnythingGoes.Trinket()));
        refused(CommitteeContract.REFORM_SHAPE, reformed().withoutOutputs());
        refused(CommitteeContract.REFORM_SHAPE, reformed().input(onLedger(BEFORE.reformed(NEW_TERMS))));
        refused(CommitteeContract.REFORM_SHAPE, reformed().input(onLedger(new AnythingGoes.Trinket())));
        refused(
                CommitteeContract.REFORM_SHAPE,
                form(BEFORE).withoutCommands(any -> true).command(new CommitteeCommand.Reform(), key(MALLORY)));
    }

    @Breaks(CommitteeContract.SAME_COMMITTEE)
    void anotherIdentityIsRefused() {
        UniqueIdentifier id = BEFORE.getLinearId();
        UniqueIdentifier other =
                CommitteeState.founded("b", Aspect.OWNERSHIP, NEW_TERMS).getLinearId();
        refused(CommitteeContract.SAME_COMMITTEE, becomes(other, "uk-registrars", Aspect.OWNERSHIP, 2));
        refused(
                CommitteeContract.SAME_COMMITTEE,
                becomes(new UniqueIdentifier(other.getExternalId(), id.getId()), "uk-registrars", Aspect.OWNERSHIP, 2));
        refused(CommitteeContract.SAME_COMMITTEE, becomes(id, "fr-registrars", Aspect.OWNERSHIP, 2));
        refused(CommitteeContract.SAME_COMMITTEE, becomes(id, "uk-registrars", Aspect.IDENTITY, 2));
        refused(
                CommitteeContract.SAME_COMMITTEE,
                reform(
                        BEFORE,
                        BEFORE.reformed(new CommitteeTerms(
                                "uk-equities",
                                NEW_TERMS.getMembers(),
                                NEW_TERMS.getThreshold(),
                                NEW_TERMS.getAttestationValidity(),
                                NEW_TERMS.getObservers()))));
    }

    @Breaks(CommitteeContract.NEXT_EPOCH)
    void anotherEpochThanTheNextIsRefused() {
        for (int epoch : new int[] {0, 1, 3, Integer.MIN_VALUE}) {
            refused(
                    CommitteeContract.NEXT_EPOCH,
                    becomes(BEFORE.getLinearId(), "uk-registrars", Aspect.OWNERSHIP, epoch));
        }
    }

    @Test
    void anEpochThatCannotBeCountedIsRefused() {
        CommitteeState last = new CommitteeState(
                BEFORE.getLinearId(), "uk-registrars", Aspect.OWNERSHIP, BEFORE.getTerms(), Integer.MAX_VALUE);
        CommitteeState overflown = new CommitteeState(
                BEFORE.getLinearId(), "uk-registrars", Aspect.OWNERSHIP, NEW_TERMS, Integer.MIN_VALUE);
        refusedByPlatform("integer overflow", reform(last, overflown));
    }

    @Breaks(CommitteeContract.QUORUM_SIGNS)
    void aChangeWithoutTheOldQuorumIsRefused() {
        refused(CommitteeContract.QUORUM_SIGNS, reformed().withoutSigner(BEFORE.attestationKey()));
    }

    @Breaks(CommitteeContract.QUORUM_SIGNS)
    void theNewQuorumInPlaceOfTheOldIsRefused() {
        refused(
                CommitteeContract.QUORUM_SIGNS,
                reformed()
                        .changeCommands(
                                CommitteeCommand.Reform.class,
                                command -> new Command<>(
                                        command.getValue(),
                                        command.getSigners().stream()
                                                .map(signer -> signer.equals(BEFORE.attestationKey())
                                                        ? AFTER.attestationKey()
                                                        : signer)
                                                .collect(Collectors.toList()))));
    }

    @Breaks(CommitteeContract.MEMBERS_SIGN)
    void aNewMemberWhoDoesNotSignIsRefused() {
        refused(CommitteeContract.MEMBERS_SIGN, reformed().withoutSigner(key(Cast.DEALER_A)));
        refused(
                CommitteeContract.MEMBERS_SIGN,
                reformed().withoutSigner(keys(480).getPublic()));
    }

    @Test
    void theRulesOfTermsHoldForEveryEpoch() {
        CommitteeMember doubled = new CommitteeMember(Cast.DEALER_A, seat(1, 1).getAttestationKey(), 1);
        refused(
                CommitteeContract.DISTINCT_MEMBERS,
                reform(BEFORE, BEFORE.reformed(terms(2, seat(1, 1), seat(2, 1), doubled))));
        refused(CommitteeContract.TWO_MEMBERS, reform(BEFORE, BEFORE.reformed(terms(1, seat(1, 1)))));
        refused(
                CommitteeContract.OWNERSHIP_MAJORITY,
                reform(BEFORE, BEFORE.reformed(terms(1, seat(1, 1), seat(2, 1)))));
        refused(
                CommitteeContract.REACHABLE_THRESHOLD,
                reform(BEFORE, BEFORE.reformed(terms(4, seat(1, 1), seat(2, 1), seat(3, 1)))));
    }

    @Breaks(CodeBinding.OWN_CONTRACT)
    void anEscapeUnderAnotherContractIsRefused() {
        refused(
                CodeBinding.OWN_CONTRACT,
                reformed()
                        .rewrap(
                                0,
                                state -> state.copy(
                                        state.getData(),
                                        AnythingGoes.ID,
                                        state.getNotary(),
                                        null,
                                        state.getConstraint())));
    }

    @Breaks(CodeBinding.SAME_CODE)
    void anotherConstraintThanBeforeIsRefused() {
        refused(
                CodeBinding.SAME_CODE,
                reformed()
                        .rewrap(
                                0,
                                state -> state.copy(
                                        state.getData(),
                                        state.getContract(),
                                        state.getNotary(),
                                        null,
                                        new HashAttachmentConstraint(TestNode.attachment(state.getContract())))));
    }
}
