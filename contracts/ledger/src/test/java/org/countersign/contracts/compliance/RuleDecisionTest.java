package org.countersign.contracts.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Operation;

/** To decide by a rule and to say why come to the same, of every rule and whatever is known. */
class RuleDecisionTest extends LedgerTest {
    private static final List<PublicKey> KEYS = Arrays.asList(Dealing.ALICE, Dealing.BOB, Dealing.CAROL);

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    @Label("What a rule decides is what its finding says")
    void decisionsAreThoseOfFindings(@ForAll Random random) {
        ComplianceFacts facts = facts(random);
        for (RuleDescription description : RuleCatalogue.rules()) {
            ComplianceRule rule = rule(description, random);
            if (rule != null) {
                assertThat(rule.decide(facts))
                        .as("%s of %s", rule, facts.getOperation())
                        .isEqualTo(new RuleFinding(rule, rule.evaluate(facts)).getDecision());
            }
        }
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    @Label("A period has passed when the calendar says so, without asking it where that is clear")
    void periodsPassByTheCalendar(@ForAll Random random) {
        Instant start = Instant.parse("2024-01-31T12:00:00Z").plusSeconds(random.nextInt(100_000_000));
        Period period = Period.of(0, random.nextInt(30), random.nextInt(60));
        Instant end = LockedLots.end(start, period);
        for (long seconds : new long[] {-90_000_000, -86_401, -1, 0, 1, 86_401, 90_000_000}) {
            Instant when = end.plusSeconds(seconds);
            assertThat(LockedLots.hasPassed(start, period, when)).isEqualTo(!when.isBefore(end));
        }
    }

    private static ComplianceFacts facts(Random random) {
        Instant from = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(40_000_000));
        Dealing dealing = Dealing.of(Operation.values()[1 + random.nextInt(Operation.values().length - 1)])
                .between(
                        from.toString(),
                        from.plusSeconds(1 + random.nextInt(200_000)).toString());
        for (int lot = random.nextInt(4); lot > 0; lot--) {
            Instant acquired = from.minusSeconds(random.nextInt(40_000_000));
            dealing.gives(key(random), quantity(random), acquired, acquired);
        }
        for (int lot = random.nextInt(4); lot > 0; lot--) {
            Instant acquired = from.minusSeconds(random.nextInt(40_000_000));
            dealing.gets(key(random), quantity(random), acquired, acquired);
        }
        if (random.nextInt(4) > 0) {
            KEYS.forEach(key -> dealing.knowing(key, claims(random)));
        }
        if (random.nextInt(4) > 0) {
            Book book = Book.behind(dealing).others(random.nextInt(4), "100", HolderClaims.none());
            KEYS.forEach(key -> book.holds(key, String.valueOf(500 * random.nextInt(3))));
        }
        return dealing;
    }

    private static PublicKey key(Random random) {
        return KEYS.get(random.nextInt(KEYS.size()));
    }

    private static String quantity(Random random) {
        return one(random, "1", "50", "100", "250", "1000");
    }

    private static String one(Random random, String... choice) {
        return choice[random.nextInt(choice.length)];
    }

    private static String[] claims(Random random) {
        TreeMap<String, String> claims = new TreeMap<>();
        claims.put("person", one(random, "p", "q", "list-1", ""));
        claims.put(HolderClaims.RESIDENCE, one(random, "US", "US-NY", "CH", "DE", ""));
        claims.put(HolderClaims.CITIZENSHIP, one(random, "US CH", "DE", ""));
        claims.put(HolderClaims.INVESTOR_CATEGORIES, one(random, "RETAIL", "ACCREDITED PROFESSIONAL", ""));
        claims.put(HolderClaims.KYC_LEVEL, one(random, "1", "2", "3"));
        claims.put(HolderClaims.KYC_CHECKED, one(random, "2025-12-01T00:00:00Z", "2026-06-01T00:00:00Z", ""));
        claims.put(HolderClaims.SANCTIONS, one(random, "clear", "hit", ""));
        claims.put(HolderClaims.POLITICALLY_EXPOSED, one(random, "true", "false", ""));
        claims.put(HolderClaims.BIRTH_DATE, one(random, "1980-02-29", "2010-01-01", ""));
        claims.put(HolderClaims.LEI, one(random, "lei", ""));
        claims.put(HolderClaims.LEGAL_NAME, one(random, "name", ""));
        claims.put(HolderClaims.CUSTODIAN, one(random, "a", "b", ""));
        claims.put(HolderClaims.TAX_RESIDENCE, one(random, "DE", ""));
        claims.put(HolderClaims.WITHHOLDING_CATEGORY, one(random, "list-1", "other", ""));
        claims.put("affiliate", one(random, "list-1", "no", ""));
        List<String> pairs = new ArrayList<>();
        claims.forEach((name, value) -> {
            if (!value.isEmpty()) {
                pairs.addAll(Arrays.asList(name, value));
            }
        });
        return pairs.toArray(new String[0]);
    }

    // Null if the rule does not take these values.
    private static ComplianceRule rule(RuleDescription description, Random random) {
        Object[] values = description.getParameters().stream()
                .map(parameter -> value(parameter, random))
                .toArray();
        try {
            return (ComplianceRule) description.getType().getConstructors()[0].newInstance(values);
        } catch (ReflectiveOperationException refused) {
            assertThat(refused.getCause()).isInstanceOf(IllegalArgumentException.class);
            return null;
        }
    }

    private static Object value(RuleParameter parameter, Random random) {
        switch (parameter.getType()) {
            case COUNT:
                return 1 + random.nextInt(4);
            case QUANTITY:
                return new BigDecimal(one(random, "1", "50", "100", "1000"));
            case PERCENTAGE:
                return new BigDecimal(one(random, "0", "0.25", "0.5", "1"));
            case PERIOD:
                return Period.ofMonths(1 + random.nextInt(14));
            case DATE:
                return LocalDate.of(2026, 1 + random.nextInt(12), 1);
            case TIME:
                return LocalTime.of(random.nextInt(24), 0);
            case ZONE:
                return one(random, "UTC", "Europe/Berlin", "America/New_York");
            case JURISDICTIONS:
                return Arrays.asList(one(random, "US", "US-NY", "CH"), "DE");
            case CATEGORIES:
                return Collections.singletonList(one(random, "RETAIL", "ACCREDITED"));
            case OPERATIONS:
                return Collections.singletonList(one(random, "TRANSFER", "ISSUE"));
            case WEEKDAYS:
                return Arrays.asList("MONDAY", one(random, "TUESDAY", "SUNDAY"), "WEDNESDAY");
            case DATES:
                return Collections.singletonList("2026-12-25");
            case TEXT:
                return "affiliate";
            default:
                return parameter.getName().equals("keys")
                        ? Collections.singletonList(KeyFingerprint.of(key(random)))
                        : Arrays.asList("list-1", "affiliate");
        }
    }
}
