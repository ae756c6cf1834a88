package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MaximumHoldersPerJurisdictionWithCategoryRuleTest extends RuleTest {
    private final ComplianceRule rule = new MaximumHoldersPerJurisdictionWithCategoryRule(
            100, Arrays.asList("US", "JP"), Collections.singletonList("ACCREDITED"));

    private static Dealing selling(
            String residence, String category, int others, String theirResidence, String theirs) {
        Map<String, String> claims = new HashMap<>();
        claims.put("residence", theirResidence);
        claims.put("investor_categories", theirs);
        return Book.behind(Dealing.of(Operation.TRANSFER)
                        .gives(ALICE, "5")
                        .gets(BOB, "1")
                        .gets(ALICE, "4")
                        .knowing(ALICE, "residence", "DE", "investor_categories", "PROFESSIONAL")
                        .knowing(BOB, "residence", residence, "investor_categories", category))
                .holds(ALICE, "5")
                .others(others, "1", new HolderClaims("", claims))
                .facts();
    }

    @Test
    @DisplayName("The 100th of the category in a place is admitted, the 101st is not")
    void boundary() {
        met(rule, selling("US", "ACCREDITED", 99, "US", "ACCREDITED"));
        notMet("TOO_MANY_HOLDERS", rule, selling("US", "ACCREDITED", 100, "US", "ACCREDITED"));
    }

    @Test
    @DisplayName("Others neither count nor are kept out")
    void others() {
        met(rule, selling("US", "ACCREDITED", 10000, "US", "RETAIL"));
        notApplicable(rule, selling("US", "RETAIL", 100, "US", "ACCREDITED"));
    }

    @Test
    @DisplayName("Each place has a number of its own")
    void each() {
        met(rule, selling("JP", "ACCREDITED", 100, "US", "ACCREDITED"));
        notApplicable(rule, selling("CH", "ACCREDITED", 100, "US", "ACCREDITED"));
    }

    @Test
    @DisplayName("Without the register it is undecided")
    void unknown() {
        undecided(
                rule,
                Dealing.of(Operation.TRANSFER)
                        .gives(ALICE, "5")
                        .gets(BOB, "1")
                        .gets(ALICE, "4")
                        .knowing(BOB, "residence", "US"));
    }
}
