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
import org.countersign.contracts.validation.Aspect;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

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
}
