package org.countersign.oracles.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import net.corda.core.contracts.ComponentGroupEnum;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.validation.AspectDisclosure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckRosterTest {
    private final FakeCheck limits = FakeCheck.meeting("bank.limits", Aspect.RISK);
    private final FakeCheck sanctions = FakeCheck.meeting("bank.sanctions", Aspect.COMPLIANCE);

    private CheckRoster roster(Map<String, ?> settings, TransferCheck... found) {
        return new CheckRoster(Arrays.asList(found), settings);
    }

    private static Map<String, Object> nothing() {
        return Collections.emptyMap();
    }

    @Test
    @DisplayName("A check with a section is in force, one without does nothing")
    void aCheckWithASectionIsInForce() {
        CheckRoster roster = roster(ImmutableMap.of("bank.limits", ImmutableMap.of("most", 7)), limits, sanctions);
        assertThat(roster.of(Aspect.RISK)).containsExactly(limits);
        assertThat(roster.of(Aspect.COMPLIANCE)).isEmpty();
        assertThat(roster.problems(Aspect.RISK)).isEmpty();
        assertThat(roster.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(limits.configuration().name()).isEqualTo("checks.bank.limits");
        assertThat(limits.configuration().settings()).containsExactly("most");
    }

    @Test
    @DisplayName("A name's dots may be written as nested sections")
    void nestedSectionsAreFound() {
        CheckRoster roster = roster(
                ImmutableMap.of(
                        "bank", ImmutableMap.of("limits", nothing(), "sanctions", nothing()), "timeoutSeconds", 2),
                limits,
                sanctions);
        assertThat(roster.all()).containsExactlyInAnyOrder(limits, sanctions);
        assertThat(roster.timeout()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    @DisplayName("A section of a check that was not found stops every aspect, since nobody knows which it was to judge")
    void aSectionWithoutACheckStopsAll() {
        CheckRoster roster = roster(
                ImmutableMap.of("bank", ImmutableMap.of("limits", nothing(), "sanktions", nothing())),
                limits,
                sanctions);
        assertThat(roster.problems(Aspect.RISK))
                .singleElement()
                .asString()
                .contains("checks.bank.sanktions belongs to no check that was found", "bank.limits, bank.sanctions");
        assertThat(roster.problems(Aspect.COMPLIANCE)).hasSize(1);
        assertThat(roster(ImmutableMap.of("stray", 5), limits).problems(Aspect.RISK))
                .hasSize(1);
    }

    @Test
    @DisplayName("Two checks of one name, or of names of which one begins with the other, are refused")
    void doubledNamesAreRefused() {
        Map<String, ?> settings = ImmutableMap.of("bank.limits", nothing());
        CheckRoster twins = roster(settings, limits, FakeCheck.meeting("bank.limits", Aspect.CAPITAL));
        assertThat(twins.of(Aspect.RISK)).isEmpty();
        assertThat(twins.of(Aspect.CAPITAL)).isEmpty();
        assertThat(twins.problems(Aspect.CAPITAL).get(0)).contains("Two checks are called bank.limits");
        CheckRoster nested = roster(settings, limits, FakeCheck.meeting("bank.limits.more", Aspect.CAPITAL));
        assertThat(nested.problems(Aspect.RISK)).isNotEmpty();
        assertThat(nested.of(Aspect.RISK)).isEmpty();
    }

    @Test
    @DisplayName("A section that a check refuses stops that check's aspect and no other")
    void aWrongSettingStopsTheAspect() {
        CheckRoster roster = roster(
                ImmutableMap.of("bank.limits", ImmutableMap.of("broken", 1), "bank.sanctions", nothing()),
                limits,
                sanctions);
        assertThat(roster.problems(Aspect.RISK))
                .containsExactly("The setting checks.bank.limits.broken is there. Leave it out.");
        assertThat(roster.problems(Aspect.COMPLIANCE)).isEmpty();
        assertThat(roster.of(Aspect.COMPLIANCE)).containsExactly(sanctions);
        assertThat(roster(ImmutableMap.of("bank.limits", ImmutableMap.of("throws", 1)), limits)
                        .problems(Aspect.RISK))
                .hasSize(1);
        assertThat(roster(ImmutableMap.of("bank.limits", 5), limits).problems(Aspect.RISK))
                .containsExactly("The setting checks.bank.limits is 5. Give a section in braces.");
    }

    @Test
    @DisplayName("A time-out that is none stops every aspect")
    void aWrongTimeOutStopsAll() {
        for (Object wrong : Arrays.asList(0, -1, 301, "soon", 1.5)) {
            assertThat(roster(ImmutableMap.of("timeoutSeconds", wrong), limits).problems(Aspect.RISK))
                    .as(String.valueOf(wrong))
                    .singleElement()
                    .asString()
                    .contains("Give a whole number of seconds from 1 to 300");
        }
    }

    @Test
    @DisplayName("A jar whose check cannot be loaded stops every aspect")
    void aCheckThatCannotBeLoadedStopsAll() {
        Iterable<TransferCheck> broken = () -> new Iterator<TransferCheck>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public TransferCheck next() {
                throw new ServiceConfigurationError("no such class");
            }
        };
        CheckRoster roster = new CheckRoster(broken, nothing());
        for (Aspect aspect : Aspect.values()) {
            assertThat(roster.problems(aspect)).singleElement().asString().contains("could not be loaded");
        }
    }

    @Test
    @DisplayName("A check whose name is no name is refused, and so is one of OWNERSHIP")
    void unusableChecksAreRefused() {
        for (String name :
                Arrays.asList("limits", "Bank.limits", "bank..limits", "bank.limits.", "", "timeoutSeconds")) {
            assertThat(roster(nothing(), FakeCheck.meeting(name, Aspect.RISK)).problems(Aspect.RISK))
                    .as(name)
                    .hasSize(1);
        }
        FakeCheck register = FakeCheck.meeting("bank.register", Aspect.OWNERSHIP);
        CheckRoster roster = roster(ImmutableMap.of("bank.register", nothing()), register);
        assertThat(roster.of(Aspect.OWNERSHIP)).isEmpty();
        assertThat(roster.problems(Aspect.OWNERSHIP)).hasSize(1);
    }

    @Test
    @DisplayName("The checks of this CorDapp are found where the node looks for them")
    void ownChecksAreFound() {
        assertThat(ServiceLoader.load(TransferCheck.class, TransferCheck.class.getClassLoader()))
                .extracting(TransferCheck::name)
                .contains("countersign.identity.admitted-holders", "countersign.compliance.permitted-jurisdictions");
    }

    @Test
    @DisplayName("A check that fails at its start is set up wrongly, and stops its own aspect alone")
    void aCheckThatFailsAtItsStart() {
        CheckRoster roster = roster(
                ImmutableMap.of("bank.limits", nothing(), "bank.sanctions", nothing()),
                limits.failingAtStart(),
                sanctions);
        roster.start(null);
        assertThat(roster.problems(Aspect.RISK))
                .singleElement()
                .asString()
                .contains("The check bank.limits failed while it was started", "bank/Feed");
        assertThat(roster.problems(Aspect.COMPLIANCE)).isEmpty();
    }

    @Test
    @DisplayName("A check that needs more than its aspect may see is refused")
    void aCheckThatNeedsTooMuch() {
        CheckRoster roster =
                roster(ImmutableMap.of("bank.limits", nothing()), limits.needing(FactKind.CLAIMS), sanctions);
        assertThat(roster.of(Aspect.RISK)).isEmpty();
        assertThat(roster.problems(Aspect.RISK))
                .singleElement()
                .asString()
                .contains("The check bank.limits needs [CLAIMS]", "no more than [POSITIONS]");
    }

    @ParameterizedTest(name = "throwing: {0}")
    @ValueSource(booleans = {true, false})
    @DisplayName("A check that cannot say what it needs gets what its aspect may see, and is undecided")
    void aCheckThatCannotSayWhatItNeeds(boolean throwing) throws Exception {
        FakeCheck speechless = limits.speechless(throwing);
        CheckRoster roster = roster(ImmutableMap.of("bank.limits", nothing()), speechless);
        TransferFacts facts = Cast.facts(Aspect.RISK, Operation.TRANSFER, Cast.party("Bank", "GB"));
        assertThat(roster.needs(facts)).containsExactly(FactKind.POSITIONS);
        assertThat(new CheckRunner(roster.all(), roster.timeout())
                        .run(roster.of(Aspect.RISK), facts, Collections.emptySet())
                        .get(60, TimeUnit.SECONDS))
                .extracting(Finding::getResult)
                .containsExactly(FindingResult.UNDECIDED);
    }

    @Test
    @DisplayName("What a check of a transaction needs beyond its aspect is not gathered, and it is undecided")
    void whatIsHiddenIsNotGathered() throws Exception {
        CheckRoster roster = roster(ImmutableMap.of("bank.limits", nothing()), limits);
        limits.needing(FactKind.REGISTER);
        TransferFacts facts = Cast.facts(Aspect.RISK, Operation.TRANSFER, Cast.party("Bank", "GB"));
        assertThat(roster.needs(facts)).isEmpty();
        assertThat(new CheckRunner(roster.all(), roster.timeout())
                        .run(roster.of(Aspect.RISK), facts, Collections.emptySet())
                        .get(60, TimeUnit.SECONDS))
                .extracting(Finding::getReasonCode)
                .containsExactly("FACTS_MISSING");
    }

    @Test
    @DisplayName("Only aspects that see inputs have registrars asked for what the inputs are")
    void inputsAreAskedAboutWhereTheyAreSeen() {
        for (Aspect aspect : Aspect.values()) {
            boolean asks = FactDisclosure.of(aspect).contains(FactKind.POSITIONS)
                    || FactDisclosure.of(aspect).contains(FactKind.REGISTER);
            boolean sees = aspect != Aspect.OWNERSHIP
                    && AspectDisclosure.visible(aspect).contains(ComponentGroupEnum.INPUTS_GROUP);
            assertThat(asks).as(aspect.name()).isEqualTo(sees);
        }
    }
}
