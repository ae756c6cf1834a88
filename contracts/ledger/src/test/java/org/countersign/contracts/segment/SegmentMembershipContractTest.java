package org.countersign.contracts.segment;

import static org.countersign.contracts.Cast.DEALER_A;
import static org.countersign.contracts.Cast.DEALER_B;
import static org.countersign.contracts.Cast.MALLORY;
import static org.countersign.contracts.Cast.REGISTRARS;
import static org.countersign.contracts.Cast.attest;
import static org.countersign.contracts.Cast.authority;
import static org.countersign.contracts.Cast.key;
import static org.countersign.contracts.TestNode.keys;
import static org.countersign.contracts.TestNode.onLedger;
import static org.countersign.contracts.segment.Segments.APPLICATION;
import static org.countersign.contracts.segment.Segments.CURRENT;
import static org.countersign.contracts.segment.Segments.EVIDENCE;
import static org.countersign.contracts.segment.Segments.KEEPERS;
import static org.countersign.contracts.segment.Segments.UK;
import static org.countersign.contracts.segment.Segments.ask;
import static org.countersign.contracts.segment.Segments.at;
import static org.countersign.contracts.segment.Segments.decide;
import static org.countersign.contracts.segment.Segments.membership;
import static org.countersign.contracts.segment.Segments.standing;
import static org.countersign.contracts.segment.Segments.without;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import org.countersign.contracts.Draft;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.RuleCoverage.Breaks;
import org.countersign.contracts.TestNode;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Attestations;
import org.countersign.contracts.validation.Operation;
import org.countersign.hostile.AnythingGoes;
import org.junit.jupiter.api.Test;

class SegmentMembershipContractTest extends LedgerTest {
    private static final Party FRENCH = new Party(new CordaX500Name("Dealer C", "Paris", "FR"), keys(78).getPublic());

    private static Draft granted() {
        return decide(APPLICATION, MembershipStep.GRANT);
    }

    private static Draft askWith(MembershipEvidence... evidence) {
        return ask(membership(DEALER_A, Arrays.asList(evidence), standing(MembershipStatus.ASKED)));
    }

    private static Draft because(String code, String reason) {
        return decide(
                APPLICATION,
                APPLICATION.with(new MembershipStanding(MembershipStatus.GRANTED, code, reason), KEEPERS),
                new SegmentMembershipCommand.Grant());
    }

    @Test
    void everyStepFromTheApplicationToTheEndIsAccepted() {
        accepted(ask(APPLICATION));
        accepted(granted());
        accepted(decide(APPLICATION, MembershipStep.REFUSE));
        accepted(decide(at(MembershipStatus.GRANTED), MembershipStep.SUSPEND));
        accepted(decide(at(MembershipStatus.SUSPENDED), MembershipStep.REINSTATE));
        accepted(decide(at(MembershipStatus.GRANTED), MembershipStep.END));
        accepted(decide(at(MembershipStatus.SUSPENDED), MembershipStep.END));
    }

    @Test
    void whoIsNoLongerAdmissibleCanStillBeSuspended() {
        StateAndRef<SegmentState> stricter = onLedger(UK.amended(
                Segments.admitting(
                        new AdmissionPolicy(Collections.emptyList(), Collections.singletonList("FR"), false)),
                KEEPERS));
        SegmentMembershipState member = at(MembershipStatus.GRANTED);
        accepted(decide(
                member,
                member.with(standing(MembershipStatus.SUSPENDED), KEEPERS),
                new SegmentMembershipCommand.Suspend(),
                stricter));
    }

    @Breaks(SegmentMembershipContract.ONE_COMMAND)
    void anUnknownOrASecondCommandIsRefused() {
        String rule = SegmentMembershipContract.ONE_COMMAND;
        refused(rule, granted().command(new SegmentMembershipCommand.End(), key(MALLORY)));
        refused(
                rule,
                granted()
                        .withoutCommands(SegmentMembershipCommand.class::isInstance)
                        .command(new TestNode.Before(), key(authority(3))));
        refused(rule, granted().withoutCommands(SegmentMembershipCommand.class::isInstance));
    }

    @Breaks(SegmentMembershipContract.ASK_SHAPE)
    void anythingBesideAnApplicationIsRefused() {
        String rule = SegmentMembershipContract.ASK_SHAPE;
        refused(rule, ask(APPLICATION).output(APPLICATION));
        refused(rule, ask(APPLICATION).output(new AnythingGoes.Trinket()));
        refused(rule, ask(APPLICATION).input(onLedger(new AnythingGoes.Trinket())));
        refused(rule, ask(APPLICATION).input(onLedger(at(MembershipStatus.ENDED))));
    }

    @Breaks(SegmentMembershipContract.CHANGE_SHAPE)
    void anythingBesideTheChangedMembershipIsRefused() {
        String rule = SegmentMembershipContract.CHANGE_SHAPE;
        refused(rule, granted().output(at(MembershipStatus.GRANTED)));
        refused(rule, granted().output(new AnythingGoes.Trinket()));
        refused(rule, granted().input(onLedger(APPLICATION)));
        refused(rule, granted().withoutOutputs());
    }

    @Breaks(SegmentMembershipContract.CURRENT_SEGMENT)
    void anotherSegmentOrNoneIsRefused() {
        String rule = SegmentMembershipContract.CURRENT_SEGMENT;
        refused(rule, ask(APPLICATION).reference(onLedger(UK)));
        refused(
                rule,
                new Draft()
                        .output(APPLICATION)
                        .command(new SegmentMembershipCommand.Ask(), key(DEALER_A))
                        .window(org.countersign.contracts.Cast.WINDOW));
        for (UniqueIdentifier other : Arrays.asList(
                Segments.OTHER,
                new UniqueIdentifier(
                        Segments.OTHER.getExternalId(), UK.getLinearId().getId()),
                new UniqueIdentifier(UK.getLinearId().getExternalId(), Segments.OTHER.getId()))) {
            refused(
                    rule,
                    ask(new SegmentMembershipState(
                            new UniqueIdentifier(),
                            other,
                            DEALER_A,
                            Collections.singletonList(EVIDENCE),
                            standing(MembershipStatus.ASKED),
                            KEEPERS)));
        }
    }

    @Breaks(SegmentMembershipContract.IDENTIFIED)
    void anApplicationThatIsNotFoundByItsMemberIsRefused() {
        for (UniqueIdentifier other : Arrays.asList(
                new UniqueIdentifier(),
                Segments.identifier(DEALER_B),
                new UniqueIdentifier(
                        SegmentMembershipState.externalIdOf(Segments.OTHER, DEALER_A),
                        UK.getLinearId().getId()))) {
            refused(
                    SegmentMembershipContract.IDENTIFIED,
                    ask(new SegmentMembershipState(
                            other,
                            UK.getLinearId(),
                            DEALER_A,
                            Collections.singletonList(EVIDENCE),
                            standing(MembershipStatus.ASKED),
                            KEEPERS)));
        }
    }

    @Breaks(SegmentMembershipContract.ASKED)
    void whoAdmitsItselfIsRefused() {
        for (MembershipStatus status : MembershipStatus.values()) {
            if (status != MembershipStatus.ASKED) {
                refused(SegmentMembershipContract.ASKED, ask(at(status)));
            }
        }
    }

    @Breaks(SegmentMembershipContract.MEMBER_SIGNS)
    void anApplicationThatAnotherSignsIsRefused() {
        String rule = SegmentMembershipContract.MEMBER_SIGNS;
        Draft unsigned = ask(APPLICATION).withoutCommands(SegmentMembershipCommand.class::isInstance);
        refused(rule, unsigned.command(new SegmentMembershipCommand.Ask(), key(MALLORY)));
        refused(
                rule,
                ask(APPLICATION)
                        .withoutCommands(SegmentMembershipCommand.class::isInstance)
                        .command(new SegmentMembershipCommand.Ask(), key(DEALER_A), key(DEALER_B)));
    }

    @Breaks(SegmentMembershipContract.COUNTRY_ADMITTED)
    void aPartyOfAnotherCountryIsRefused() {
        SegmentMembershipState application =
                membership(FRENCH, Collections.singletonList(EVIDENCE), standing(MembershipStatus.ASKED));
        refused(SegmentMembershipContract.COUNTRY_ADMITTED, ask(application));
        refused(SegmentMembershipContract.COUNTRY_ADMITTED, decide(application, MembershipStep.GRANT));
    }

    @Breaks(SegmentMembershipContract.EVIDENCE_COMPLETE)
    void missingSuperfluousOrUnreadableEvidenceIsRefused() {
        String rule = SegmentMembershipContract.EVIDENCE_COMPLETE;
        SecureHash document = EVIDENCE.getDocument();
        refused(rule, askWith());
        refused(rule, askWith(EVIDENCE, EVIDENCE));
        refused(rule, askWith(EVIDENCE, new MembershipEvidence("CAPITAL", document, "Accounts of 2025")));
        refused(rule, askWith(new MembershipEvidence("CAPITAL", document, "Accounts of 2025")));
        refused(rule, askWith(new MembershipEvidence("LICENCE", document, " ")));
        refused(
                rule,
                askWith(new MembershipEvidence("LICENCE", document, String.join("", Collections.nCopies(201, "x")))));
        refused(
                rule,
                askWith(new MembershipEvidence(
                        "LICENCE", SecureHash.hashAs("SHA-512", new byte[] {1}), "Licence 204503")));
        SegmentMembershipState bare = membership(DEALER_A, Collections.emptyList(), standing(MembershipStatus.ASKED));
        refused(rule, decide(bare, MembershipStep.GRANT));
        accepted(decide(bare, MembershipStep.REFUSE));
    }

    @Breaks(SegmentMembershipContract.STATUS_FOLLOWS)
    void aStepThatDoesNotFollowIsRefused() {
        String rule = SegmentMembershipContract.STATUS_FOLLOWS;
        for (MembershipStep step : MembershipStep.values()) {
            for (MembershipStatus before : MembershipStatus.values()) {
                if (!step.leadsFrom(before)) {
                    refused(rule, decide(at(before), MembershipStep.valueOf(step.name())));
                }
                for (MembershipStatus after : MembershipStatus.values()) {
                    if (step.leadsFrom(before) && after != step.after()) {
                        refused(rule, decide(at(before), at(before).with(standing(after), KEEPERS), step.command()));
                    }
                }
            }
        }
    }

    @Breaks(SegmentMembershipContract.ONLY_STANDING_CHANGES)
    void aChangeOfAnythingElseIsRefused() {
        String rule = SegmentMembershipContract.ONLY_STANDING_CHANGES;
        MembershipStanding after = standing(MembershipStatus.GRANTED);
        UniqueIdentifier id = APPLICATION.getLinearId();
        List<MembershipEvidence> evidence = APPLICATION.getEvidence();
        Party renamed = new Party(DEALER_B.getName(), key(DEALER_A));
        for (SegmentMembershipState changed : Arrays.asList(
                new SegmentMembershipState(
                        Segments.identifier(DEALER_A), UK.getLinearId(), DEALER_A, evidence, after, KEEPERS),
                new SegmentMembershipState(id, Segments.OTHER, DEALER_A, evidence, after, KEEPERS),
                new SegmentMembershipState(id, UK.getLinearId(), DEALER_B, evidence, after, KEEPERS),
                new SegmentMembershipState(id, UK.getLinearId(), renamed, evidence, after, KEEPERS),
                new SegmentMembershipState(id, UK.getLinearId(), DEALER_A, Collections.emptyList(), after, KEEPERS))) {
            refused(rule, decide(APPLICATION, changed, new SegmentMembershipCommand.Grant()));
        }
    }

    @Breaks(SegmentMembershipContract.REASON_GIVEN)
    void aStandingWithoutAReasonIsRefused() {
        String rule = SegmentMembershipContract.REASON_GIVEN;
        for (String code : Arrays.asList("", "admitted", "A B", String.join("", Collections.nCopies(41, "A")))) {
            refused(rule, because(code, "As decided."));
        }
        for (String reason : Arrays.asList("", " ", "two\nlines", String.join("", Collections.nCopies(501, "x")))) {
            refused(rule, because("ADMITTED", reason));
        }
        accepted(because("A", String.join("", Collections.nCopies(500, "x"))));
        refused(
                rule,
                ask(membership(
                        DEALER_A,
                        Collections.singletonList(EVIDENCE),
                        new MembershipStanding(MembershipStatus.ASKED, "", ""))));
    }

    @Breaks(SegmentMembershipContract.SEGMENTS_KEEPERS)
    void otherKeepersThanTheSegmentsAreRefused() {
        String rule = SegmentMembershipContract.SEGMENTS_KEEPERS;
        Party otherName = new Party(MALLORY.getName(), authority(3).getOwningKey());
        for (List<Party> keepers : Arrays.asList(
                Collections.<Party>emptyList(),
                without(authority(1)),
                Arrays.asList(authority(1), authority(2), otherName))) {
            refused(
                    rule,
                    decide(
                            APPLICATION,
                            APPLICATION.with(standing(MembershipStatus.GRANTED), keepers),
                            new SegmentMembershipCommand.Grant()));
            refused(rule, ask(APPLICATION.with(standing(MembershipStatus.ASKED), keepers)));
        }
    }

    @Breaks(SegmentMembershipContract.DECIDER_SIGNS)
    void aDecisionThatNobodyAnswersForIsRefused() {
        refused(
                SegmentMembershipContract.DECIDER_SIGNS,
                granted()
                        .withoutCommands(SegmentMembershipCommand.class::isInstance)
                        .command(new SegmentMembershipCommand.Grant(), key(DEALER_A)));
    }

    @Test
    void aDroppedOrForeignAttestationIsRefused() {
        refused(Attestations.EVERY_ASPECT, granted().withoutCommands(Attest.class::isInstance));
        refused(
                Attestations.KNOWN_DEFINITION,
                ask(APPLICATION).reference(REGISTRARS).command(attest(REGISTRARS, Operation.DEFINE, CURRENT.getRef())));
        refused(
                Attestations.EVERY_ASPECT,
                decide(
                                APPLICATION,
                                APPLICATION.with(standing(MembershipStatus.GRANTED), KEEPERS),
                                new SegmentMembershipCommand.Grant(),
                                onLedger(UK))
                        .withoutCommands(Attest.class::isInstance)
                        .command(attest(REGISTRARS, Operation.DEFINE, CURRENT.getRef())));
    }
}
