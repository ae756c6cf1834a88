package org.countersign.contracts.compliance;

import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TravelRuleDataRuleTest extends RuleTest {
    private final ComplianceRule rule = new TravelRuleDataRule();

    private static Dealing between(String custodianOfSender, String custodianOfReceiver, String claim, String value) {
        return Dealing.transfer(ALICE, BOB, "1")
                .knowing(ALICE, "custodian", custodianOfSender, "legal_name", "Alice", claim, value)
                .knowing(BOB, "custodian", custodianOfReceiver, "legal_name", "Bob");
    }

    @Test
    @DisplayName("Between custodians the name and one more of the sender, and the name of the receiver, are enough")
    void complete() {
        met(rule, between("bank-1", "bank-2", "residence", "DE"));
        met(rule, between("bank-1", "bank-2", "lei", "5493001KJTIIGC8Y1R12"));
        met(rule, between("bank-1", "bank-2", "birth_date", "1980-01-01"));
    }

    @Test
    @DisplayName("A sender with a name only is not enough")
    void sender() {
        notMet("ORIGINATOR_UNKNOWN", rule, between("bank-1", "bank-2", "tax_residence", "DE"));
    }

    @Test
    @DisplayName("A sender without a name is not either")
    void nameless() {
        notMet(
                "ORIGINATOR_UNKNOWN",
                rule,
                Dealing.transfer(ALICE, BOB, "1")
                        .knowing(ALICE, "custodian", "bank-1", "residence", "DE")
                        .knowing(BOB, "legal_name", "Bob"));
    }

    @Test
    @DisplayName("A receiver without a name is not")
    void receiver() {
        notMet(
                "BENEFICIARY_UNKNOWN",
                rule,
                Dealing.transfer(ALICE, BOB, "1")
                        .knowing(ALICE, "custodian", "bank-1", "legal_name", "Alice", "residence", "DE"));
    }

    @Test
    @DisplayName("Who holds for itself is another place than a custodian")
    void ownKey() {
        notMet(
                "ORIGINATOR_UNKNOWN",
                rule,
                Dealing.transfer(ALICE, BOB, "1").knowing(ALICE).knowing(BOB, "custodian", "bank-2"));
    }

    @Test
    @DisplayName("Within one custodian, and between two who hold for themselves, it is not judged")
    void within() {
        notApplicable(rule, between("bank-1", "bank-1", "tax_residence", "DE"));
        notApplicable(rule, Dealing.transfer(ALICE, BOB, "1").knowing(ALICE));
    }

    @Test
    @DisplayName("Issues and redemptions are not judged")
    void notJudged() {
        notApplicable(rule, Dealing.issue(BOB, "1").knowing(BOB, "custodian", "bank-2"));
        notApplicable(rule, Dealing.redemption(ALICE, "1").knowing(ALICE, "custodian", "bank-2"));
    }

    @Test
    @DisplayName("Without claims it is undecided")
    void unknown() {
        undecided(rule, Dealing.transfer(ALICE, BOB, "1"));
    }
}
