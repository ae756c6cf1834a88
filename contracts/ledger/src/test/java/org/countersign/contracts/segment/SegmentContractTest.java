package org.countersign.contracts.segment;

import static org.countersign.contracts.Cast.MALLORY;
import static org.countersign.contracts.Cast.REGISTRARS;
import static org.countersign.contracts.Cast.REGULATOR;
import static org.countersign.contracts.Cast.attest;
import static org.countersign.contracts.Cast.authority;
import static org.countersign.contracts.Cast.key;
import static org.countersign.contracts.TestNode.keys;
import static org.countersign.contracts.TestNode.onLedger;
import static org.countersign.contracts.segment.Segments.KEEPERS;
import static org.countersign.contracts.segment.Segments.LICENCE;
import static org.countersign.contracts.segment.Segments.OTHER;
import static org.countersign.contracts.segment.Segments.TERMS;
import static org.countersign.contracts.segment.Segments.UK;
import static org.countersign.contracts.segment.Segments.admitting;
import static org.countersign.contracts.segment.Segments.amend;
import static org.countersign.contracts.segment.Segments.establish;
import static org.countersign.contracts.segment.Segments.policy;
import static org.countersign.contracts.segment.Segments.without;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.identity.Party;
import org.countersign.contracts.Draft;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.RuleCoverage.Breaks;
import org.countersign.contracts.TestNode;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attestations;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;
import org.countersign.hostile.AnythingGoes;
import org.junit.jupiter.api.Test;

class SegmentContractTest extends LedgerTest {
    private static final SegmentTerms NEW_TERMS =
            admitting(new AdmissionPolicy(Collections.emptyList(), Collections.emptyList(), true));
    private static final SegmentState AMENDED = UK.amended(NEW_TERMS, KEEPERS);

    private static Draft named(String name) {
        return establish(SegmentState.established(TERMS, policy(name), KEEPERS));
    }

    private static Draft observedBy(Party... observers) {
        return establish(new SegmentTerms(
                TERMS.getAdmission(),
                Arrays.asList(observers),
                PermittedSecurities.ALL,
                CrossSegmentRules.NONE,
                false));
    }

    private static Draft conditions(AdmissionCondition... conditions) {
        return establish(admitting(new AdmissionPolicy(Arrays.asList(conditions), Collections.emptyList(), false)));
    }

    private static Draft countries(String... countries) {
        return establish(admitting(new AdmissionPolicy(Collections.emptyList(), Arrays.asList(countries), false)));
    }

    private static SegmentTerms permitting(List<String> symbols, List<String> currencies) {
        return new SegmentTerms(
                TERMS.getAdmission(),
                Collections.emptyList(),
                new PermittedSecurities(symbols, currencies),
                CrossSegmentRules.NONE,
                false);
    }

    private static SegmentTerms crossing(List<UniqueIdentifier> from, List<UniqueIdentifier> in) {
        return new SegmentTerms(
                TERMS.getAdmission(),
                Collections.emptyList(),
                PermittedSecurities.ALL,
                new CrossSegmentRules(from, in),
                false);
    }

    @Test
    void aSegmentThatItsCommitteesAttestIsAccepted() {
        accepted(establish(UK));
        accepted(observedBy());
        accepted(conditions());
        accepted(establish(permitting(Arrays.asList("ACME", "UK.*"), Collections.singletonList("GBP"))));
        accepted(establish(crossing(Collections.singletonList(OTHER), Collections.singletonList(OTHER))));
    }

    @Test
    void aSegmentWhoseRegistrarsAdmitMembersIsAccepted() {
        SegmentState segment = SegmentState.established(
                TERMS, new ValidationPolicy("uk", Collections.singletonList(Segments.registrars())), KEEPERS);
        accepted(new Draft()
                .output(segment)
                .reference(REGISTRARS)
                .command(attest(REGISTRARS, Operation.DEFINE, null))
                .command(new SegmentCommand.Establish(), key(authority(1)))
                .window(org.countersign.contracts.Cast.WINDOW));
    }

    @Test
    void otherTermsAreAccepted() {
        accepted(amend(UK, AMENDED));
        accepted(amend(AMENDED, AMENDED.amended(TERMS, KEEPERS)));
    }

    @Breaks(SegmentContract.ONE_COMMAND)
    void anUnknownOrASecondCommandIsRefused() {
        String rule = SegmentContract.ONE_COMMAND;
        refused(rule, establish(UK).command(new SegmentCommand.Amend(), key(MALLORY)));
        refused(
                rule,
                establish(UK)
                        .withoutCommands(SegmentCommand.class::isInstance)
                        .command(new TestNode.Before(), key(authority(1))));
        refused(rule, establish(UK).withoutCommands(SegmentCommand.class::isInstance));
    }

    @Breaks(SegmentContract.ESTABLISH_SHAPE)
    void anythingBesideANewSegmentIsRefused() {
        String rule = SegmentContract.ESTABLISH_SHAPE;
        refused(rule, establish(UK).output(UK));
        refused(rule, establish(UK).output(new AnythingGoes.Trinket()));
        refused(rule, establish(UK).input(onLedger(new AnythingGoes.Trinket())));
        refused(rule, establish(UK).input(onLedger(UK)));
    }

    @Breaks(SegmentContract.AMEND_SHAPE)
    void anythingBesideTheChangedSegmentIsRefused() {
        String rule = SegmentContract.AMEND_SHAPE;
        refused(rule, amend(UK, AMENDED).output(AMENDED));
        refused(rule, amend(UK, AMENDED).input(onLedger(new AnythingGoes.Trinket())));
        refused(rule, amend(UK, AMENDED).withoutOutputs());
    }

    @Breaks(SegmentContract.SELF_CERTIFYING)
    void anIdentifierThatIsNotTheDigestIsRefused() {
        for (UniqueIdentifier forged : Arrays.asList(
                new UniqueIdentifier(),
                OTHER,
                AMENDED.amended(NEW_TERMS, KEEPERS).getLinearId().copy(null, OTHER.getId()),
                new UniqueIdentifier(OTHER.getExternalId(), UK.getLinearId().getId()))) {
            refused(
                    SegmentContract.SELF_CERTIFYING,
                    establish(new SegmentState(forged, "uk", TERMS, policy("uk"), KEEPERS, 1)));
        }
        refused(
                SegmentContract.SELF_CERTIFYING,
                establish(new SegmentState(UK.getLinearId(), "uk", NEW_TERMS, policy("uk"), KEEPERS, 1)));
    }

    @Breaks(SegmentContract.FIRST_VERSION)
    void anotherFirstVersionThanOneIsRefused() {
        for (int version : new int[] {0, 2, -1}) {
            refused(
                    SegmentContract.FIRST_VERSION,
                    establish(new SegmentState(UK.getLinearId(), "uk", TERMS, policy("uk"), KEEPERS, version)));
        }
    }

    @Breaks(SegmentContract.ONLY_TERMS_CHANGE)
    void anotherIdentityOrVersionIsRefused() {
        String rule = SegmentContract.ONLY_TERMS_CHANGE;
        UniqueIdentifier id = UK.getLinearId();
        for (SegmentState after : Arrays.asList(
                new SegmentState(OTHER, "uk", NEW_TERMS, policy("uk"), KEEPERS, 2),
                new SegmentState(id, "fr", NEW_TERMS, policy("uk"), KEEPERS, 2),
                new SegmentState(id, "uk", NEW_TERMS, policy("fr"), KEEPERS, 2),
                new SegmentState(id, "uk", NEW_TERMS, policy("uk"), KEEPERS, 1),
                new SegmentState(id, "uk", NEW_TERMS, policy("uk"), KEEPERS, 3))) {
            refused(rule, amend(UK, after));
        }
    }

    @Breaks(SegmentContract.NAMED)
    void aNameThatCannotBeReadOrIsEverybodysIsRefused() {
        String longest = String.join("", Collections.nCopies(60, "s"));
        accepted(named(longest));
        refused(SegmentContract.NAMED, named(Segment.WHOLE_NETWORK));
        for (String name : Arrays.asList("", " ", longest + "s", "two\nlines")) {
            refused(
                    SegmentContract.NAMED,
                    establish(new SegmentState(UK.getLinearId(), name, TERMS, policy("uk"), KEEPERS, 1)));
        }
        refused(
                SegmentContract.NAMED,
                establish(new SegmentState(UK.getLinearId(), "fr", TERMS, policy("uk"), KEEPERS, 1)));
    }

    @Breaks(SegmentContract.DECIDING_COMMITTEES)
    void aThirdCommitteeOrOneThatDoesNotDecideIsRefused() {
        StateAndRef<CommitteeState> third = onLedger(CommitteeState.founded(
                "uk-identity", Aspect.IDENTITY, org.countersign.contracts.Cast.committeeTerms(700)));
        ValidationPolicy three = new ValidationPolicy(
                "uk",
                Arrays.asList(
                        Segments.registrars(),
                        Segments.requirement(Segments.ADMISSION, Operation.DEFINE),
                        Segments.requirement(third, Operation.DEFINE)));
        refused(
                SegmentContract.DECIDING_COMMITTEES,
                establish(SegmentState.established(TERMS, three, KEEPERS))
                        .reference(third)
                        .command(attest(third, Operation.DEFINE, null)));
        ValidationPolicy idle = new ValidationPolicy(
                "uk",
                Arrays.asList(Segments.registrars(), Segments.requirement(Segments.ADMISSION, Operation.TRANSFER)));
        refused(SegmentContract.DECIDING_COMMITTEES, establish(SegmentState.established(TERMS, idle, KEEPERS)));
    }

    @Breaks(SegmentContract.KEEPERS)
    void otherKeepersThanTheRegistrarsAreRefused() {
        Party otherName = new Party(MALLORY.getName(), authority(3).getOwningKey());
        List<Party> more = new ArrayList<>(KEEPERS);
        more.add(MALLORY);
        for (List<Party> keepers : Arrays.asList(
                Collections.<Party>emptyList(),
                without(authority(2)),
                more,
                Arrays.asList(authority(1), authority(2), otherName))) {
            refused(SegmentContract.KEEPERS, establish(SegmentState.established(TERMS, policy("uk"), keepers)));
            refused(SegmentContract.KEEPERS, amend(UK, UK.amended(NEW_TERMS, keepers)));
        }
    }

    @Breaks(SegmentContract.PROPOSER_SIGNS)
    void aProposalOfNobodysIsRefused() {
        refused(
                SegmentContract.PROPOSER_SIGNS,
                establish(UK)
                        .withoutCommands(SegmentCommand.class::isInstance)
                        .command(new SegmentCommand.Establish(), key(MALLORY)));
        refused(
                SegmentContract.PROPOSER_SIGNS,
                amend(UK, AMENDED)
                        .withoutCommands(SegmentCommand.class::isInstance)
                        .command(new SegmentCommand.Amend(), key(REGULATOR)));
    }

    @Breaks(SegmentContract.DISTINCT_OBSERVERS)
    void anObserverTwiceIsRefused() {
        refused(SegmentContract.DISTINCT_OBSERVERS, observedBy(REGULATOR, REGULATOR));
        refused(
                SegmentContract.DISTINCT_OBSERVERS,
                observedBy(REGULATOR, new Party(REGULATOR.getName(), keys(77).getPublic())));
    }

    @Breaks(SegmentContract.READABLE_CONDITIONS)
    void aConditionThatCannotBeNamedOrReadIsRefused() {
        String rule = SegmentContract.READABLE_CONDITIONS;
        for (String code : Arrays.asList("", "licence", "A B", String.join("", Collections.nCopies(41, "A")))) {
            refused(rule, conditions(new AdmissionCondition(code, "It is so.")));
        }
        refused(rule, conditions(new AdmissionCondition("A", " ")));
        refused(rule, conditions(new AdmissionCondition("A", String.join("", Collections.nCopies(501, "x")))));
        refused(rule, conditions(LICENCE, new AdmissionCondition("LICENCE", "Another one.")));
        AdmissionCondition[] many = IntStream.range(0, 51)
                .mapToObj(number -> new AdmissionCondition("C" + number, "It is so."))
                .toArray(AdmissionCondition[]::new);
        refused(rule, conditions(many));
        accepted(conditions(Arrays.copyOf(many, 50)));
    }

    @Breaks(SegmentContract.COUNTRY_SHAPE)
    void aCountryThatIsNoCodeIsRefused() {
        for (String country : Arrays.asList("", "gb", "GBR", "G1")) {
            refused(SegmentContract.COUNTRY_SHAPE, countries(country));
        }
        refused(SegmentContract.COUNTRY_SHAPE, countries("GB", "GB"));
        accepted(countries("GB", "FR"));
    }

    @Breaks(SegmentContract.PERMISSION_SHAPE)
    void aPermissionThatNothingCouldMeetIsRefused() {
        String rule = SegmentContract.PERMISSION_SHAPE;
        for (String symbol : Arrays.asList("", "*", "acme", "A*B", "A**", "ABCDEFGHIJKLM", "ABCDEFGHIJKL*")) {
            refused(rule, establish(permitting(Collections.singletonList(symbol), Collections.emptyList())));
        }
        refused(rule, establish(permitting(Arrays.asList("A", "A"), Collections.emptyList())));
        for (String currency : Arrays.asList("", "gbp", "GB", "GBPX")) {
            refused(rule, establish(permitting(Collections.emptyList(), Collections.singletonList(currency))));
        }
        List<String> many =
                IntStream.range(0, 501).mapToObj(number -> "S" + number).collect(Collectors.toList());
        refused(rule, establish(permitting(many, Collections.emptyList())));
    }

    @Breaks(SegmentContract.OTHER_SEGMENTS)
    void aRuleForNoSegmentOrTheOwnIsRefused() {
        String rule = SegmentContract.OTHER_SEGMENTS;
        for (List<UniqueIdentifier> wrong : Arrays.asList(
                Collections.singletonList(new UniqueIdentifier()),
                Collections.singletonList(new UniqueIdentifier("uk", OTHER.getId())),
                Arrays.asList(OTHER, OTHER))) {
            refused(rule, establish(crossing(wrong, Collections.emptyList())));
            refused(rule, establish(crossing(Collections.emptyList(), wrong)));
        }
        SegmentTerms own = crossing(Collections.singletonList(UK.getLinearId()), Collections.emptyList());
        refused(rule, amend(UK, UK.amended(own, KEEPERS)));
    }

    @Test
    void aDroppedOrForeignAttestationIsRefused() {
        refused(Attestations.EVERY_ASPECT, establish(UK).withoutCommands(value -> isAttest(value, Aspect.OWNERSHIP)));
        refused(
                Attestations.EVERY_ASPECT,
                amend(UK, AMENDED).withoutCommands(value -> isAttest(value, Aspect.COMPLIANCE)));
        refused(
                Attestations.KNOWN_DEFINITION,
                establish(UK)
                        .command(attest(
                                REGISTRARS, Operation.DEFINE, onLedger(UK).getRef())));
    }

    private static boolean isAttest(Object value, Aspect aspect) {
        return value instanceof org.countersign.contracts.validation.Attest
                && ((org.countersign.contracts.validation.Attest) value).getAspect() == aspect;
    }
}
