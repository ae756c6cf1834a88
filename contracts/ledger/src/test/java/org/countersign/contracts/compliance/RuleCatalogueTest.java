package org.countersign.contracts.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.corda.core.serialization.SerializationContext;
import net.corda.core.serialization.SerializationFactory;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every rule of the catalogue. */
class RuleCatalogueTest extends RuleTest {
    private static final Map<ParameterType, Object> SAMPLES = new HashMap<>();
    /** Where not every value of the type does. */
    private static final Map<String, Object> NAMED_SAMPLES = new HashMap<>();

    static {
        NAMED_SAMPLES.put("closes", LocalTime.of(17, 30));
        NAMED_SAMPLES.put("keys", Collections.singletonList(KeyFingerprint.of(Dealing.CAROL)));
        SAMPLES.put(ParameterType.COUNT, 3);
        SAMPLES.put(ParameterType.QUANTITY, new BigDecimal("100.50"));
        SAMPLES.put(ParameterType.PERCENTAGE, new BigDecimal("0.10"));
        SAMPLES.put(ParameterType.PERIOD, Period.of(1, 6, 3));
        SAMPLES.put(ParameterType.DATE, LocalDate.of(2027, 1, 31));
        SAMPLES.put(ParameterType.TIME, LocalTime.of(9, 30));
        SAMPLES.put(ParameterType.ZONE, "Europe/Berlin");
        SAMPLES.put(ParameterType.JURISDICTIONS, Arrays.asList("US-NY", "CH"));
        SAMPLES.put(ParameterType.CATEGORIES, Arrays.asList("RETAIL", "ACCREDITED"));
        SAMPLES.put(ParameterType.OPERATIONS, Collections.singletonList("TRANSFER"));
        SAMPLES.put(ParameterType.WEEKDAYS, Arrays.asList("FRIDAY", "MONDAY"));
        SAMPLES.put(ParameterType.DATES, Collections.singletonList("2026-12-25"));
        SAMPLES.put(ParameterType.NAMES, Collections.singletonList("list-1"));
        SAMPLES.put(ParameterType.TEXT, "say \"yes\"");
    }

    static List<RuleDescription> rules() {
        return RuleCatalogue.rules();
    }

    /** A rule of this description. */
    static ComplianceRule sample(RuleDescription description) {
        Object[] values = description.getParameters().stream()
                .map(parameter -> NAMED_SAMPLES.getOrDefault(parameter.getName(), SAMPLES.get(parameter.getType())))
                .toArray();
        try {
            return (ComplianceRule) description.getType().getConstructors()[0].newInstance(values);
        } catch (ReflectiveOperationException refused) {
            throw new AssertionError("A sample of " + description.getWord(), refused);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    @DisplayName("A rule is a final class whose one constructor takes what its description says")
    void constructorsAreAsDescribed(RuleDescription description) throws Exception {
        assertThat(Modifier.isFinal(description.getType().getModifiers())).isTrue();
        assertThat(description.getType().getConstructors()).hasSize(1);
        Constructor<?> constructor = description.getType().getConstructors()[0];
        ComplianceRule rule = sample(description);
        assertThat(constructor.getParameterTypes())
                .containsExactlyElementsOf(description.getParameters().stream()
                        .map(parameter -> parameter.getType().getCarrier())
                        .collect(Collectors.toList()));
        assertThat(rule.arguments()).hasSameSizeAs(description.getParameters());
        for (int i = 0; i < constructor.getParameterCount(); i++) {
            Parameter parameter = constructor.getParameters()[i];
            assertThat(description.getParameters().get(i).getName().replace("-", ""))
                    .isEqualToIgnoringCase(parameter.getName());
            String name = parameter.getName();
            Object value = description
                    .getType()
                    .getMethod("get" + Character.toUpperCase(name.charAt(0)) + name.substring(1))
                    .invoke(rule);
            assertThat(value).isEqualTo(rule.arguments().get(i));
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    @DisplayName("A rule comes back from the ledger as it was")
    void rulesSerialise(RuleDescription description) {
        ComplianceRule rule = sample(description);
        SerializationContext context =
                SerializationFactory.Companion.getDefaultFactory().getDefaultContext();
        CompliancePolicy policy = new CompliancePolicy(new AllOf(
                Arrays.asList(rule, new Not(new When(rule, new AnyOf(Collections.singletonList(rule)))))));
        CompliancePolicy restored = SerializationFactory.Companion.getDefaultFactory()
                .deserialize(
                        SerializationFactory.Companion.getDefaultFactory().serialize(policy, context),
                        CompliancePolicy.class,
                        context);
        assertThat(restored).isEqualTo(policy).hasToString(policy.toString());
    }

    @ParameterizedTest
    @MethodSource("rules")
    @DisplayName("A rule that is public is decided by what everybody sees, and one that is private is not")
    void reachIsTrue(RuleDescription description) {
        ComplianceRule rule = sample(description);
        boolean undecided = false;
        for (Operation operation : Arrays.asList(Operation.ISSUE, Operation.TRANSFER, Operation.REDEEM)) {
            Dealing dealing = Dealing.of(operation);
            if (operation != Operation.ISSUE) {
                dealing.gives(Dealing.ALICE, "300", Dealing.FROM, Dealing.FROM);
            }
            if (operation != Operation.REDEEM) {
                dealing.gets(Dealing.BOB, "300", Dealing.FROM, Dealing.FROM);
            }
            undecided |= rule.evaluate(dealing).getResult() == FindingResult.UNDECIDED;
        }
        assertThat(undecided).isEqualTo(rule.getReach() == Reach.PRIVATE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    @DisplayName("A description says what the rule means, with an example, in whole sentences")
    void descriptionsAreComplete(RuleDescription description) {
        assertThat(sample(description).getDescription()).isSameAs(description);
        assertThat(description.getWord()).matches("[a-z]+(-[a-z]+)*");
        assertThat(description.getMeaning()).endsWith(".").hasSizeGreaterThan(60);
        assertThat(description.getExamples()).isNotEmpty().allMatch(example -> example.endsWith("."));
        assertThat(description.getParameters())
                .allMatch(parameter -> !parameter.getMeaning().isEmpty());
        assertThat(RuleCatalogue.find(description.getWord())).containsSame(description);
    }

    @Test
    @DisplayName("No two rules share a word or a class, and an unknown word finds nothing")
    void wordsAreUnique() {
        assertThat(rules()).extracting(RuleDescription::getWord).doesNotHaveDuplicates();
        assertThat(rules()).extracting(RuleDescription::getType).doesNotHaveDuplicates();
        assertThat(RuleCatalogue.find("no-such-rule")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ParameterType.class)
    @DisplayName("A parameter takes no null")
    void nullIsRefused(ParameterType type) {
        assertThatThrownBy(() -> type.checked(null)).isInstanceOf(NullPointerException.class);
        assertThat(type.checked(SAMPLES.get(type))).isEqualTo(type.checked(type.checked(SAMPLES.get(type))));
    }
}
