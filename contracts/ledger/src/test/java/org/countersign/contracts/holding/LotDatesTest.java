package org.countersign.contracts.holding;

import static org.countersign.contracts.Cast.ACME;
import static org.countersign.contracts.Cast.DEALER_A;
import static org.countersign.contracts.Cast.DEALER_B;
import static org.countersign.contracts.Cast.NOW;
import static org.countersign.contracts.Cast.WINDOW;
import static org.countersign.contracts.Cast.holding;
import static org.countersign.contracts.TestNode.onLedger;
import static org.countersign.contracts.holding.Holdings.TYPE;
import static org.countersign.contracts.holding.Holdings.issue;
import static org.countersign.contracts.holding.Holdings.redemption;
import static org.countersign.contracts.holding.Holdings.transfer;

import com.r3.corda.lib.tokens.contracts.commands.MoveTokenCommand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.corda.core.contracts.Command;
import net.corda.core.identity.Party;
import org.countersign.contracts.Draft;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.RuleCoverage.Breaks;
import org.countersign.contracts.control.Measures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LotDatesTest extends LedgerTest {
    private static final Instant END = WINDOW.getUntilTime();
    private static final Instant OLD = NOW.minusSeconds(3_000_000);
    private static final Instant OLDER = NOW.minusSeconds(6_000_000);

    /** A transfer of other lots than the usual ones. */
    private static final class Lots {
        private final Draft draft = transfer().withoutInputs().withoutOutputs();
        private final List<SecurityToken> made = new ArrayList<>();
        private int given;

        Lots gives(Party holder, long quantity, Instant issued, Instant acquired) {
            draft.input(onLedger(holding(ACME, quantity, holder, issued, acquired)));
            given++;
            return this;
        }

        Lots gets(Party holder, long quantity, Instant issued, Instant acquired) {
            SecurityToken token = holding(ACME, quantity, holder, issued, acquired);
            draft.output(token);
            made.add(token);
            return this;
        }

        Draft draft() {
            return draft.changeCommands(
                    MoveTokenCommand.class,
                    command -> new Command<>(
                            new MoveTokenCommand(TYPE, indices(given), indices(made.size())), command.getSigners()));
        }

        private static List<Integer> indices(int number) {
            return IntStream.range(0, number).boxed().collect(Collectors.toList());
        }
    }

    private static Lots sale() {
        return new Lots().gives(DEALER_A, 500, OLDER, OLD);
    }

    @Test
    @DisplayName("What is bought is acquired at the end of the time-window, what is kept keeps its dates")
    void sold() {
        accepted(sale().gets(DEALER_B, 200, OLDER, END)
                .gets(DEALER_A, 300, OLDER, OLD)
                .draft());
    }

    @Breaks(LotDates.DATED)
    @DisplayName("Holdings without dates are refused, of whatever operation")
    void undated() {
        refused(LotDates.DATED, transfer().change(0, SecurityToken.class, LotDatesTest::withoutDates));
        refused(LotDates.DATED, transfer().change(1, SecurityToken.class, LotDatesTest::withoutDates));
        refused(LotDates.DATED, issue().change(0, SecurityToken.class, LotDatesTest::withoutDates));
        refused(LotDates.DATED, redemption().change(0, SecurityToken.class, LotDatesTest::withoutDates));
        refused(LotDates.DATED, Measures.forcedTransfer().change(1, SecurityToken.class, LotDatesTest::withoutDates));
        refused(
                LotDates.DATED,
                transfer()
                        .change(
                                0,
                                SecurityToken.class,
                                token -> new SecurityToken(token.getAmount(), token.getHolder(), END, null)));
    }

    private static SecurityToken withoutDates(SecurityToken token) {
        return new SecurityToken(token.getAmount(), token.getHolder());
    }

    @Test
    @DisplayName("A holding of before there were dates moves as a new one")
    void undatedGiven() {
        SecurityToken undated = withoutDates(holding(ACME, 500, DEALER_A));
        accepted(transfer().withoutInputs().input(onLedger(undated)));
        refused(
                LotDates.KEPT_DATES,
                transfer()
                        .withoutInputs()
                        .input(onLedger(undated))
                        .change(1, SecurityToken.class, token -> holding(ACME, 300, DEALER_A, END, OLD)));
    }

    @Breaks(LotDates.ISSUE_DATES)
    @DisplayName("What is issued is not older than the end of the time-window; later it may count as issued")
    void issued() {
        accepted(issueDated(END.plusSeconds(1), END));
        refused(LotDates.ISSUE_DATES, issueDated(END.minusMillis(1), END));
        refused(LotDates.ISSUE_DATES, issueDated(END, END.minusMillis(1)));
        refused(LotDates.ISSUE_DATES, issueDated(END.plusSeconds(1), END.plusSeconds(1)));
    }

    private static Draft issueDated(Instant issued, Instant acquired) {
        return issue().change(0, SecurityToken.class, token -> holding(ACME, 500, DEALER_A, issued, acquired));
    }

    @Breaks(LotDates.KEPT_DATES)
    @DisplayName("Change is not older than what it comes from, and has no dates of its own")
    void change() {
        Instant between = OLD.plusSeconds(1);
        for (Instant wrong : new Instant[] {OLDER, between, END.plusSeconds(1)}) {
            refused(
                    LotDates.KEPT_DATES,
                    sale().gets(DEALER_B, 200, OLDER, END)
                            .gets(DEALER_A, 300, OLDER, wrong)
                            .draft());
        }
        refused(
                LotDates.KEPT_DATES,
                sale().gets(DEALER_B, 200, OLDER, OLD)
                        .gets(DEALER_A, 300, OLDER, OLD)
                        .draft());
    }

    @Test
    @DisplayName("Several lots are kept apart, or joined to one that is as young as the youngest")
    void joined() {
        Lots apart = sale().gives(DEALER_A, 100, OLD, OLD).gets(DEALER_B, 200, OLDER, END);
        accepted(apart.gets(DEALER_A, 300, OLDER, OLD)
                .gets(DEALER_A, 100, OLD, OLD)
                .draft());
        Lots joined = sale().gives(DEALER_A, 100, OLD, NOW).gets(DEALER_B, 200, OLDER, END);
        accepted(joined.gets(DEALER_A, 400, OLD, NOW).draft());
        Lots toOneself = new Lots().gives(DEALER_A, 1, OLDER, NOW).gives(DEALER_A, 2, OLD, OLD);
        accepted(toOneself.gets(DEALER_A, 3, OLD, NOW).draft());
    }

    @Breaks(LotDates.KEPT_DATES)
    @DisplayName("Two lots that are each young in one way do not make one that is old in both")
    void crossed() {
        Lots crossed = new Lots().gives(DEALER_A, 10, OLDER, NOW).gives(DEALER_A, 10, OLD, OLD);
        refused(
                LotDates.KEPT_DATES,
                crossed.gets(DEALER_A, 10, OLDER, OLD)
                        .gets(DEALER_A, 10, OLD, NOW)
                        .draft());
    }

    @Breaks(LotDates.KEPT_DATES)
    @DisplayName("No more units keep older dates than had them")
    void moreOfTheOlder() {
        Lots toOneself = sale().gives(DEALER_A, 100, OLD, NOW);
        refused(
                LotDates.KEPT_DATES,
                toOneself
                        .gets(DEALER_A, 501, OLDER, OLD)
                        .gets(DEALER_A, 99, OLD, NOW)
                        .draft());
    }

    @Breaks(LotDates.GAINED_DATES)
    @DisplayName("A holder that buys more does not join what it buys to what it had")
    void boughtAsKept() {
        Lots more = sale().gives(DEALER_B, 10, OLDER, OLD);
        refused(LotDates.GAINED_DATES, more.gets(DEALER_B, 510, OLDER, OLD).draft());
        accepted(sale().gives(DEALER_B, 10, OLDER, OLD)
                .gets(DEALER_B, 500, OLDER, END)
                .gets(DEALER_B, 10, OLDER, OLD)
                .draft());
    }

    @Breaks(LotDates.GAINED_DATES)
    @DisplayName("Two holders do not swap ages by passing the same number of units to each other")
    void swapped() {
        Lots swap = new Lots().gives(DEALER_A, 10, OLD, OLD).gives(DEALER_B, 10, OLDER, OLDER);
        refused(
                LotDates.GAINED_DATES,
                swap.gets(DEALER_A, 10, OLDER, END).gets(DEALER_B, 10, OLD, END).draft());
    }

    @Breaks(LotDates.NO_OLDER)
    @DisplayName("What is bought is issued no earlier than what was sold, and at no date of its own")
    void boughtOlder() {
        for (Instant wrong : new Instant[] {OLDER.minusSeconds(1), OLDER.plusSeconds(1), END}) {
            refused(
                    LotDates.NO_OLDER,
                    sale().gets(DEALER_B, 200, wrong, END)
                            .gets(DEALER_A, 300, OLDER, OLD)
                            .draft());
        }
        refused(
                LotDates.NO_OLDER,
                sale().gives(DEALER_A, 100, OLD, OLD)
                        .gets(DEALER_B, 200, OLDER, END)
                        .gets(DEALER_A, 400, OLDER, OLD)
                        .draft());
    }

    @Test
    @DisplayName("Of mixed lots the buyer's holding is as young as the youngest of them")
    void boughtMixed() {
        accepted(sale().gives(DEALER_A, 100, OLD, OLD)
                .gets(DEALER_B, 600, OLD, END)
                .draft());
        accepted(sale().gives(DEALER_A, 100, OLD, OLD)
                .gets(DEALER_B, 550, OLD, END)
                .gets(DEALER_A, 50, OLD, OLD)
                .draft());
    }

    @Breaks(LotDates.KEPT_DATES)
    @DisplayName("What a redemption leaves keeps its dates")
    void redeemed() {
        refused(
                LotDates.KEPT_DATES,
                redemption()
                        .change(
                                0,
                                SecurityToken.class,
                                token -> holding(ACME, 400, DEALER_A, END, END.minusSeconds(1))));
    }

    @Breaks(LotDates.GAINED_DATES)
    @DisplayName("A forced transfer is a new acquisition, a recovery is none")
    void ordered() {
        refused(
                LotDates.GAINED_DATES,
                Measures.forcedTransfer()
                        .withoutInputs()
                        .input(onLedger(holding(ACME, 500, DEALER_A, OLD, OLD)))
                        .change(0, SecurityToken.class, token -> holding(ACME, 200, DEALER_B, OLD, END))
                        .change(1, SecurityToken.class, token -> holding(ACME, 300, DEALER_A, OLD, END)));
        accepted(Measures.forcedTransfer()
                .withoutInputs()
                .input(onLedger(holding(ACME, 500, DEALER_A, OLDER, OLD)))
                .change(0, SecurityToken.class, token -> holding(ACME, 200, DEALER_B, OLDER, END))
                .change(1, SecurityToken.class, token -> holding(ACME, 300, DEALER_A, OLDER, OLD)));
    }
}
