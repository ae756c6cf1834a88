package org.countersign.language;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.Period;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.compliance.ComplianceFacts;
import org.countersign.contracts.compliance.ComplianceRule;
import org.countersign.contracts.compliance.ParameterType;
import org.countersign.contracts.compliance.Reach;
import org.countersign.contracts.compliance.RuleDescription;
import org.countersign.contracts.compliance.RuleParameter;
import org.countersign.contracts.validation.Finding;
import org.countersign.language.check.Catalogue;

/** A small catalogue, so that the tests of the language do not change with the ledger's rules. */
public final class TestRules {
    private static final List<RuleDescription> RULES = Arrays.asList(
            rule(Operations.class, "operation", Reach.PUBLIC, "operations", ParameterType.OPERATIONS),
            rule(LockUp.class, "lock-up-from-issue", Reach.PUBLIC, "period", ParameterType.PERIOD),
            rule(LockUpHeld.class, "lock-up-from-acquisition", Reach.PUBLIC, "period", ParameterType.PERIOD),
            rule(Minimum.class, "minimum-transfer", Reach.PUBLIC, "quantity", ParameterType.QUANTITY),
            rule(Maximum.class, "maximum-transfer", Reach.PUBLIC, "quantity", ParameterType.QUANTITY),
            new RuleDescription(
                    Hours.class,
                    "trading-hours",
                    Reach.PUBLIC,
                    Arrays.asList(
                            new RuleParameter("opens", ParameterType.TIME, "from when"),
                            new RuleParameter("closes", ParameterType.TIME, "until when"),
                            new RuleParameter("zone", ParameterType.ZONE, "where")),
                    "Within the hours.",
                    Collections.emptyList(),
                    Collections.emptyList()),
            new RuleDescription(
                    Kyc.class,
                    "kyc-level",
                    Reach.PRIVATE,
                    Arrays.asList(
                            new RuleParameter("level", ParameterType.COUNT, "the lowest"),
                            new RuleParameter("maximum-age", ParameterType.PERIOD, "how old")),
                    "Checked deeply and lately.",
                    Collections.emptyList(),
                    Collections.emptyList()),
            rule(Category.class, "investor-category", Reach.PRIVATE, "categories", ParameterType.CATEGORIES),
            rule(Acquirer.class, "acquirer-category", Reach.PRIVATE, "categories", ParameterType.CATEGORIES),
            rule(Resident.class, "acquirer-residence", Reach.PRIVATE, "jurisdictions", ParameterType.JURISDICTIONS),
            rule(Allowed.class, "residence-allowed", Reach.PRIVATE, "jurisdictions", ParameterType.JURISDICTIONS),
            rule(Barred.class, "residence-barred", Reach.PRIVATE, "jurisdictions", ParameterType.JURISDICTIONS),
            rule(Holders.class, "maximum-holders", Reach.PRIVATE, "count", ParameterType.COUNT),
            rule(Share.class, "maximum-concentration", Reach.PRIVATE, "share", ParameterType.PERCENTAGE),
            rule(Lists.class, "listed", Reach.PRIVATE, "lists", ParameterType.NAMES),
            new RuleDescription(
                    Screened.class,
                    "sanctions-clear",
                    Reach.PRIVATE,
                    Collections.emptyList(),
                    "Screened without a hit.",
                    Collections.emptyList(),
                    Collections.emptyList()));

    private TestRules() {}

    public static Catalogue catalogue() {
        return new Catalogue(RULES);
    }

    private static RuleDescription rule(
            Class<? extends ComplianceRule> type, String word, Reach reach, String parameter, ParameterType takes) {
        return new RuleDescription(
                type,
                word,
                reach,
                Collections.singletonList(new RuleParameter(parameter, takes, "what it takes")),
                "It holds as its name says.",
                Collections.emptyList(),
                Collections.emptyList());
    }

    /** A rule that always holds. */
    abstract static class Named extends ComplianceRule {
        private final List<Object> arguments;

        Named(Object... arguments) {
            this.arguments = Arrays.asList(arguments);
        }

        @Override
        public RuleDescription getDescription() {
            return RULES.stream()
                    .filter(rule -> rule.getType() == getClass())
                    .findFirst()
                    .orElseThrow(IllegalStateException::new);
        }

        @Override
        public List<Object> arguments() {
            return arguments;
        }

        @Override
        public Finding evaluate(ComplianceFacts facts) {
            return met("It is met.");
        }
    }

    public static final class Operations extends Named {
        public Operations(List<String> operations) {
            super(operations);
        }
    }

    public static final class LockUp extends Named {
        public LockUp(Period period) {
            super(period);
            if (period.toTotalMonths() > 1_200) {
                throw new IllegalArgumentException("'period' of lock-up-from-issue: a period is at most 100 years.");
            }
        }
    }

    public static final class LockUpHeld extends Named {
        public LockUpHeld(Period period) {
            super(period);
        }
    }

    public static final class Minimum extends Named {
        public Minimum(BigDecimal quantity) {
            super(quantity);
        }
    }

    public static final class Maximum extends Named {
        public Maximum(BigDecimal quantity) {
            super(quantity);
        }
    }

    public static final class Hours extends Named {
        public Hours(LocalTime opens, LocalTime closes, String zone) {
            super(opens, closes, zone);
        }
    }

    public static final class Kyc extends Named {
        public Kyc(int level, Period maximumAge) {
            super(level, maximumAge);
        }
    }

    public static final class Category extends Named {
        public Category(List<String> categories) {
            super(categories);
        }
    }

    public static final class Acquirer extends Named {
        public Acquirer(List<String> categories) {
            super(categories);
        }
    }

    public static final class Resident extends Named {
        public Resident(List<String> jurisdictions) {
            super(jurisdictions);
        }
    }

    public static final class Allowed extends Named {
        public Allowed(List<String> jurisdictions) {
            super(jurisdictions);
        }
    }

    public static final class Barred extends Named {
        public Barred(List<String> jurisdictions) {
            super(jurisdictions);
        }
    }

    public static final class Holders extends Named {
        public Holders(int count) {
            super(count);
        }
    }

    public static final class Share extends Named {
        public Share(BigDecimal share) {
            super(share);
        }
    }

    public static final class Lists extends Named {
        public Lists(List<String> lists) {
            super(lists);
        }
    }

    public static final class Screened extends Named {
        public Screened() {
            super();
        }
    }
}
