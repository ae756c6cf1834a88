package org.countersign.contracts.governance;

import static org.countersign.contracts.Cast.MALLORY;
import static org.countersign.contracts.Cast.REGULATOR;
import static org.countersign.contracts.Cast.authority;
import static org.countersign.contracts.Cast.key;
import static org.countersign.contracts.TestNode.keys;
import static org.countersign.contracts.TestNode.onLedger;
import static org.countersign.contracts.governance.Committees.form;
import static org.countersign.contracts.governance.Committees.seat;
import static org.countersign.contracts.governance.Committees.terms;

import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.AlwaysAcceptAttachmentConstraint;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.CompositeKey;
import net.corda.core.identity.Party;
import org.countersign.contracts.CodeBinding;
import org.countersign.contracts.Draft;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.RuleCoverage.Breaks;
import org.countersign.contracts.TestNode;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Operation;
import org.countersign.hostile.AnythingGoes;
import org.junit.jupiter.api.Test;

class CommitteeContractFormTest extends LedgerTest {
    private static final CommitteeMember ONE = seat(1, 1);
    private static final CommitteeMember TWO = seat(2, 1);
    private static final CommitteeMember THREE = seat(3, 1);
    private static final CommitteeTerms TERMS = terms(2, ONE, TWO, THREE);

    private static Draft formed() {
        return form(Aspect.IDENTITY, TERMS);
    }

    private static Draft with(CommitteeMember... seats) {
        return form(Aspect.IDENTITY, terms(1, seats));
    }

    private static Draft valid(Duration validity) {
        return form(
                Aspect.IDENTITY,
                new CommitteeTerms(
                        Segment.WHOLE_NETWORK, Arrays.asList(ONE, TWO, THREE), 2, validity, Collections.emptyList()));
    }

    private static Draft observedBy(Party... observers) {
        List<CommitteeMember> seats = Arrays.asList(ONE, TWO, THREE);
        return form(
                Aspect.IDENTITY,
                new CommitteeTerms(Segment.WHOLE_NETWORK, seats, 2, Duration.ofMinutes(5), Arrays.asList(observers)));
    }

    private static Draft renamed(String name) {
        return form(CommitteeState.founded(name, Aspect.IDENTITY, TERMS));
    }

    @Test
    void aCommitteeThatAllOfItsMembersSignIsAccepted() {
        accepted(formed());
        accepted(form(Aspect.OWNERSHIP, TERMS));
    }

    @Test
    void theEdgesOfTheRulesAreAccepted() {
        accepted(with(ONE, TWO));
        accepted(form(Aspect.IDENTITY, terms(1_000_000, seat(1, 999_999), seat(2, 1))));
        accepted(form(Aspect.OWNERSHIP, terms(3, seat(1, 3), seat(2, 2))));
        accepted(valid(Duration.ofNanos(1)));
        accepted(valid(Duration.ofDays(1)));
        accepted(observedBy());
    }

    @Breaks(CommitteeContract.NAMED_SEGMENT)
    void aSegmentWithoutAReadableNameIsRefused() {
        String longest = String.join("", Collections.nCopies(60, "s"));
        for (String segment : Arrays.asList("", " ", longest + "s", "two\nlines")) {
            refused(CommitteeContract.NAMED_SEGMENT, form(Aspect.IDENTITY, inSegment(segment)));
        }
        accepted(form(Aspect.IDENTITY, inSegment(longest)));
    }

    private static CommitteeTerms inSegment(String segment) {
        return new CommitteeTerms(
                segment, Arrays.asList(ONE, TWO, THREE), 2, Duration.ofMinutes(5), Collections.emptyList());
    }

    @Breaks(CommitteeContract.ONE_COMMAND)
    void aSecondCommandIsRefused() {
        refused(CommitteeContract.ONE_COMMAND, formed().command(new CommitteeCommand.Form(), key(MALLORY)));
        refused(CommitteeContract.ONE_COMMAND, formed().command(new CommitteeCommand.Reform(), key(MALLORY)));
    }

    @Breaks(CommitteeContract.ONE_COMMAND)
    void anUnknownCommandIsRefused() {
        refused(
                CommitteeContract.ONE_COMMAND,
                formed().withoutCommands(any -> true).command(new TestNode.Before(), key(MALLORY)));
    }

    @Breaks(CommitteeContract.FORM_SHAPE)
    void aSecondOutputIsRefused() {
        refused(CommitteeContract.FORM_SHAPE, formed().output(new AnythingGoes.Trinket()));
        refused(CommitteeContract.FORM_SHAPE, formed().output(CommitteeState.founded("b", Aspect.IDENTITY, TERMS)));
    }

    @Breaks(CommitteeContract.FORM_SHAPE)
    void anInputIsRefused() {
        refused(CommitteeContract.FORM_SHAPE, formed().input(onLedger(new AnythingGoes.Trinket())));
        refused(
                CommitteeContract.FORM_SHAPE,
                formed().input(onLedger(CommitteeState.founded("b", Aspect.IDENTITY, TERMS))));
    }

    @Breaks(CommitteeContract.SELF_CERTIFYING)
    void anIdentifierThatIsNotTheDigestIsRefused() {
        UniqueIdentifier id =
                CommitteeState.founded("b", Aspect.IDENTITY, TERMS).getLinearId();
        UniqueIdentifier own =
                CommitteeState.founded("a", Aspect.IDENTITY, TERMS).getLinearId();
        for (UniqueIdentifier forged : Arrays.asList(
                new UniqueIdentifier(),
                id,
                new UniqueIdentifier(null, own.getId()),
                new UniqueIdentifier(id.getExternalId(), own.getId()),
                new UniqueIdentifier(own.getExternalId(), id.getId()))) {
            refused(
                    CommitteeContract.SELF_CERTIFYING,
                    form(new CommitteeState(forged, "a", Aspect.IDENTITY, TERMS, 1)));
        }
    }

    @Breaks(CommitteeContract.FIRST_EPOCH)
    void anotherFirstEpochThanOneIsRefused() {
        CommitteeState founded = CommitteeState.founded("a", Aspect.IDENTITY, TERMS);
        for (int epoch : new int[] {0, 2, -1, Integer.MAX_VALUE}) {
            refused(
                    CommitteeContract.FIRST_EPOCH,
                    form(new CommitteeState(founded.getLinearId(), "a", Aspect.IDENTITY, TERMS, epoch)));
        }
    }

    @Breaks(CommitteeContract.NAMED)
    void aNameThatCannotBeReadIsRefused() {
        refused(CommitteeContract.NAMED, renamed(""));
        refused(CommitteeContract.NAMED, renamed(" "));
        refused(CommitteeContract.NAMED, renamed("uk\u001b[2Jidentity"));
        refused(CommitteeContract.NAMED, renamed("uk\u202eytitnedi"));
        refused(CommitteeContract.NAMED, renamed("uk\u200bidentity"));
        refused(CommitteeContract.NAMED, renamed(String.join("", Collections.nCopies(121, "x"))));
        accepted(renamed(String.join("", Collections.nCopies(120, "x"))));
    }

    @Breaks(CommitteeContract.TWO_MEMBERS)
    void oneMemberOrNoneIsRefused() {
        refused(CommitteeContract.TWO_MEMBERS, with(ONE));
        CommitteeState empty = CommitteeState.founded("a", Aspect.IDENTITY, terms(1));
        refused(
                CommitteeContract.TWO_MEMBERS,
                new Draft().output(empty).command(new CommitteeCommand.Form(), key(MALLORY)));
    }

    @Breaks(CommitteeContract.DISTINCT_MEMBERS)
    void aPartyTwiceIsRefused() {
        PublicKey other = keys(499).getPublic();
        refused(CommitteeContract.DISTINCT_MEMBERS, with(ONE, TWO, new CommitteeMember(authority(1), other, 1)));
    }

    @Breaks(CommitteeContract.DISTINCT_MEMBERS)
    void aPartyTwiceUnderTwoKeysOrTwoNamesIsRefused() {
        Party otherKey = new Party(authority(1).getName(), keys(498).getPublic());
        Party otherName = new Party(MALLORY.getName(), authority(1).getOwningKey());
        PublicKey other = keys(499).getPublic();
        refused(CommitteeContract.DISTINCT_MEMBERS, with(ONE, TWO, new CommitteeMember(otherKey, other, 1)));
        refused(CommitteeContract.DISTINCT_MEMBERS, with(ONE, TWO, new CommitteeMember(otherName, other, 1)));
    }

    @Breaks(CommitteeContract.DISTINCT_MEMBERS)
    void anAttestationKeyTwiceIsRefused() {
        refused(
                CommitteeContract.DISTINCT_MEMBERS,
                with(ONE, TWO, new CommitteeMember(authority(3), ONE.getAttestationKey(), 1)));
    }

    @Breaks(CommitteeContract.PLAIN_KEYS)
    void aCompositeAttestationKeyIsRefused() {
        PublicKey nested = new CompositeKey.Builder()
                .addKey(ONE.getAttestationKey(), 1)
                .addKey(keys(499).getPublic(), 1)
                .build(1);
        refused(CommitteeContract.PLAIN_KEYS, with(ONE, TWO, new CommitteeMember(authority(3), nested, 1)));
    }

    @Breaks(CommitteeContract.PLAIN_KEYS)
    void aLegalIdentitysKeyAsAttestationKeyIsRefused() {
        refused(
                CommitteeContract.PLAIN_KEYS,
                with(ONE, TWO, new CommitteeMember(authority(3), authority(3).getOwningKey(), 1)));
        refused(
                CommitteeContract.PLAIN_KEYS,
                with(ONE, TWO, new CommitteeMember(authority(3), authority(1).getOwningKey(), 1)));
    }

    @Breaks(CommitteeContract.PLAIN_KEYS)
    void anAttestationKeyThatIsPartOfALegalIdentityIsRefused() {
        PublicKey shared = new CompositeKey.Builder()
                .addKey(TWO.getAttestationKey(), 1)
                .addKey(keys(499).getPublic(), 1)
                .build(1);
        Party cluster = new Party(MALLORY.getName(), shared);
        refused(
                CommitteeContract.PLAIN_KEYS,
                with(ONE, TWO, new CommitteeMember(cluster, THREE.getAttestationKey(), 1)));
    }

    @Breaks(CommitteeContract.POSITIVE_WEIGHTS)
    void aWeightOfZeroOrLessIsRefused() {
        refused(CommitteeContract.POSITIVE_WEIGHTS, with(ONE, TWO, seat(3, 0)));
        refused(CommitteeContract.POSITIVE_WEIGHTS, with(ONE, TWO, seat(3, -1)));
        refused(CommitteeContract.POSITIVE_WEIGHTS, with(ONE, TWO, seat(3, Integer.MIN_VALUE)));
    }

    @Breaks(CommitteeContract.COUNTABLE_WEIGHTS)
    void weightsThatOverflowThePlatformsSumAreRefused() {
        refused(CommitteeContract.COUNTABLE_WEIGHTS, with(ONE, seat(2, Integer.MAX_VALUE)));
        refused(CommitteeContract.COUNTABLE_WEIGHTS, with(ONE, seat(2, 1_000_000)));
    }

    @Breaks(CommitteeContract.REACHABLE_THRESHOLD)
    void aThresholdOfZeroOrOverTheSumIsRefused() {
        for (int threshold : new int[] {0, -1, 4, Integer.MAX_VALUE}) {
            refused(CommitteeContract.REACHABLE_THRESHOLD, form(Aspect.IDENTITY, terms(threshold, ONE, TWO, THREE)));
        }
    }

    @Breaks(CommitteeContract.OWNERSHIP_MAJORITY)
    void registrarsWhoCouldVoteTwiceWithTwoHalvesAreRefused() {
        refused(CommitteeContract.OWNERSHIP_MAJORITY, form(Aspect.OWNERSHIP, terms(1, ONE, TWO)));
        refused(CommitteeContract.OWNERSHIP_MAJORITY, form(Aspect.OWNERSHIP, terms(2, seat(1, 2), TWO, THREE)));
        accepted(form(Aspect.IDENTITY, terms(2, seat(1, 2), TWO, THREE)));
    }

    @Breaks(CommitteeContract.BOUNDED_VALIDITY)
    void attestationsForEverOrForNoTimeAreRefused() {
        refused(CommitteeContract.BOUNDED_VALIDITY, valid(Duration.ZERO));
        refused(CommitteeContract.BOUNDED_VALIDITY, valid(Duration.ofSeconds(-1)));
        refused(CommitteeContract.BOUNDED_VALIDITY, valid(Duration.ofDays(1).plusNanos(1)));
    }

    @Breaks(CommitteeContract.DISTINCT_OBSERVERS)
    void anObserverTwiceIsRefused() {
        refused(CommitteeContract.DISTINCT_OBSERVERS, observedBy(REGULATOR, REGULATOR));
        refused(
                CommitteeContract.DISTINCT_OBSERVERS,
                observedBy(REGULATOR, new Party(REGULATOR.getName(), key(MALLORY))));
    }

    @Breaks(CommitteeContract.MEMBERS_SIGN)
    void aMemberWhoDoesNotSignIsRefused() {
        for (CommitteeMember member : TERMS.getMembers()) {
            refused(CommitteeContract.MEMBERS_SIGN, formed().withoutSigner(key(member.getParty())));
            refused(CommitteeContract.MEMBERS_SIGN, formed().withoutSigner(member.getAttestationKey()));
        }
    }

    @Breaks(CodeBinding.FIRM_CODE)
    void aCommitteeThatAnyCodeMayGuardIsRefused() {
        refused(
                CodeBinding.FIRM_CODE,
                formed().rewrap(
                                0,
                                state -> state.copy(
                                        state.getData(),
                                        state.getContract(),
                                        state.getNotary(),
                                        null,
                                        AlwaysAcceptAttachmentConstraint.INSTANCE)));
    }

    @Breaks(CodeBinding.OWN_CONTRACT)
    void aStrangersStateUnderTheContractIsRefused() {
        refused(
                CodeBinding.OWN_CONTRACT,
                new Draft()
                        .output(Draft.stateOf(new AnythingGoes.Trinket())
                                .copy(
                                        new AnythingGoes.Trinket(),
                                        CommitteeContract.ID,
                                        TestNode.NOTARY,
                                        null,
                                        TestNode.CODE))
                        .command(new CommitteeCommand.Form(), key(MALLORY)));
    }

    @Breaks(CommitteeContract.ONE_COMMAND)
    void anAttestationInPlaceOfTheMembersSignaturesIsRefused() {
        CommitteeState forged = CommitteeState.founded("a", Aspect.IDENTITY, TERMS);
        refused(
                CommitteeContract.ONE_COMMAND,
                new Draft()
                        .output(forged)
                        .command(
                                new Attest(
                                        Aspect.IDENTITY,
                                        Operation.DEFINE,
                                        onLedger(forged).getRef(),
                                        null,
                                        Instant.EPOCH,
                                        Instant.EPOCH),
                                forged.attestationKey()));
    }
}
