package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MaximumHoldersPerJurisdictionWithoutCategoryRuleTest extends RuleTest {
    private final ComplianceRule rule = new MaximumHoldersPerJurisdictionWithoutCategoryRule(
            149, Arrays.asList("DE", "FR"), Arrays.asList("PROFESSIONAL", "ELIGIBLE_COUNTERPARTY"));

    private static Dealing selling(
            String residence, String category, int others, String theirResidence, String theirs) {
        Map<String, String> claims = new HashMap<>();
        claims.put("residence", theirResidence);
        claims.put("investor_categories", theirs);
        return Book.behind(Dealing.of(Operation.TRANSFER)
                        .gives(ALICE, "5")
                        .gets(BOB, "1")
                        .gets(ALICE, "4")
                        .knowing(ALICE, "residence", "US", "investor_categories", "PROFESSIONAL")
                        .knowing(BOB, "residence", residence, "investor_categories", category))
                .holds(ALICE, "5")
                .others(others, "1", new HolderClaims("", claims))
                .facts();
    }

    @Test
    @DisplayName("The 149th other investor of a state is admitted, the 150th is not")
    void boundary() {
        met(rule, selling("DE", "RETAIL", 148, "DE", "RETAIL"));
        notMet("TOO_MANY_HOLDERS", rule, selling("DE", "RETAIL", 149, "DE", "RETAIL"));
    }

    @Test
    @DisplayName("Qualified investors neither count nor are kept out")
    void qualified() {
        met(rule, selling("DE", "RETAIL", 10000, "DE", "PROFESSIONAL"));
        notApplicable(rule, selling("DE", "ELIGIBLE_COUNTERPARTY", 149, "DE", "RETAIL"));
    }

    @Test
    @DisplayName("Each state has a number of its own")
    void each() {
        met(rule, selling("FR", "RETAIL", 149, "DE", "RETAIL"));
        notApplicable(rule, selling("US", "RETAIL", 149, "DE", "RETAIL"));
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
                        .knowing(BOB, "residence", "DE"));
    }
}
