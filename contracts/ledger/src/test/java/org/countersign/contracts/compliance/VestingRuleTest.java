package org.countersign.contracts.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;
import static org.countersign.contracts.compliance.Dealing.CAROL;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.util.SortedMap;
import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class VestingRuleTest extends RuleTest {
    private final ComplianceRule rule = new VestingRule(4, Period.ofMonths(12), Period.ofMonths(24));

    private static final Instant ISSUED = Dealing.FROM.plusSeconds(120);

    private Dealing vested(String quantity, int seconds) {
        Dealing dealing = Dealing.of(Operation.ISSUE);
        ((VestingRule) rule)
                .lots(units(quantity), 0, ISSUED)
                .forEach((date, size) -> dealing.gets(BOB, size.toString(), date.plusSeconds(seconds), ISSUED));
        return dealing;
    }

    private static Dealing sale(String due, String from) {
        return Dealing.of(Operation.TRANSFER)
                .between(from, Instant.parse(from).plusSeconds(60).toString())
                .gives(ALICE, "25", Instant.parse(due), ISSUED)
                .gets(BOB, "25");
    }

    @Test
    @DisplayName("An issue is dated in equal parts, those before the cliff together, and the rest of rounding last")
    void lots() {
        SortedMap<Instant, BigDecimal> lots =
                new VestingRule(4, Period.ofMonths(12), Period.ofMonths(24)).lots(units("102"), 0, ISSUED);
        assertThat(lots)
                .hasSize(3)
                .containsEntry(Instant.parse("2028-03-02T09:02:00Z"), units("50"))
                .containsEntry(Instant.parse("2029-03-02T09:02:00Z"), units("25"))
                .containsEntry(Instant.parse("2030-03-02T09:02:00Z"), units("27"));
        assertThat(new VestingRule(4, Period.ofMonths(12), Period.ofMonths(12)).lots(units("3"), 0, ISSUED))
                .as("what is too little to be parted is free last")
                .hasSize(1)
                .containsEntry(Instant.parse("2030-03-02T09:02:00Z"), units("3"));
    }

    @Test
    @DisplayName("An issue in these lots is met, in other lots it is not")
    void issue() {
        met(rule, vested("102", 0));
        notMet("LOTS_NOT_DATED", rule, vested("102", -1));
        notMet("LOTS_NOT_DATED", rule, Dealing.issue(BOB, "102"));
        met(rule, vested("102", 0).gets(CAROL, "0"));
    }

    @Test
    @DisplayName("Each acquirer of an issue has its own lots")
    void each() {
        notMet("LOTS_NOT_DATED", rule, vested("102", 0).gets(CAROL, "102"));
    }

    @Test
    @DisplayName("A part is free from the day it is dated for, and not a second before")
    void boundary() {
        met(rule, sale("2028-03-02T09:02:00Z", "2028-03-02T09:02:00Z"));
        notMet("LOCKED", rule, sale("2028-03-02T09:02:00Z", "2028-03-02T09:01:59Z"));
    }

    @Test
    @DisplayName("Selling what is free frees nothing else")
    void noLeak() {
        Instant free = Dealing.FROM.minusSeconds(1);
        Instant due = Dealing.FROM.plusSeconds(1);
        met(
                rule,
                Dealing.of(Operation.TRANSFER)
                        .gives(ALICE, "25", free, free)
                        .gives(ALICE, "75", due, free)
                        .gets(ALICE, "75", due, free)
                        .gets(BOB, "25"));
        notMet(
                "LOCKED",
                rule,
                Dealing.of(Operation.TRANSFER)
                        .gives(ALICE, "75", due, free)
                        .gets(ALICE, "56", due, free)
                        .gets(BOB, "19"));
    }

    @Test
    @DisplayName("A redemption may take what is not free")
    void redemption() {
        notApplicable(rule, Dealing.of(Operation.REDEEM).gives(ALICE, "75", Dealing.FROM.plusSeconds(1), Dealing.FROM));
    }

    @Test
    @DisplayName("There are 1 to 120 parts")
    void number() {
        assertThatThrownBy(() -> new VestingRule(0, Period.ofDays(1), Period.ofDays(1)))
                .hasMessageContaining("1 to 120");
        assertThatThrownBy(() -> new VestingRule(121, Period.ofDays(1), Period.ofDays(1)))
                .hasMessageContaining("1 to 120");
    }
}
