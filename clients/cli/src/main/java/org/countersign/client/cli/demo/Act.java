package org.countersign.client.cli.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Outcome;
import org.countersign.client.cli.rpc.Member;

/** One command of the demonstration and how it ended, with the expectations that a story can have of it. */
final class Act {
    private final String command;
    private final Outcome outcome;

    Act(String command, Outcome outcome) {
        this.command = command;
        this.outcome = outcome;
    }

    /** The command must have done what it was asked. */
    Act done() {
        if (!outcome.succeeded()) {
            throw new Failure(
                    FailureCode.DEMO_FAILED,
                    "'" + command + "' should have succeeded, and failed: "
                            + outcome.failure().getMessage(),
                    outcome.failure().remedy(),
                    outcome.failure());
        }
        return this;
    }

    /** The command must have been refused with this code and for a reason that speaks of all of these. */
    void refused(FailureCode code, String... words) {
        expect(!outcome.succeeded(), "it should have been refused, and succeeded");
        Failure failure = outcome.failure();
        expect(
                failure.code() == code,
                "it should have been refused as " + code + ", and ended as " + failure.code() + ": "
                        + failure.getMessage());
        for (String word : words) {
            expect(
                    failure.getMessage().contains(word),
                    "the refusal should speak of '" + word + "', and says: " + failure.getMessage());
        }
    }

    /** Whether the command was refused because the holding is in another transaction in flight. */
    boolean isBusy() {
        return !outcome.succeeded()
                && outcome.failure().code() == FailureCode.HOLDING_INSUFFICIENT
                && outcome.failure().remedy().contains("in flight");
    }

    /** At least so many members must have attested each of these aspects. */
    Act attestedBy(int members, String... aspects) {
        Map<?, ?> attestations = (Map<?, ?>) field("attestedBy");
        for (String aspect : aspects) {
            int given = attestations.get(aspect) instanceof List<?> names ? names.size() : 0;
            expect(
                    given >= members,
                    "at least " + members + " members should have attested " + aspect + ", and " + given + " did");
        }
        return this;
    }

    /** The id of the transaction that the command made. */
    String transaction() {
        return field("transaction").toString();
    }

    /** A holder must hold exactly this much of something, by the holdings that the command answered. */
    Act holds(Member holder, String symbol, BigDecimal expected) {
        BigDecimal held = held(holder, symbol);
        expect(
                held.compareTo(expected) == 0,
                holder.id() + " should hold " + expected.toPlainString() + " " + symbol + ", and holds "
                        + held.toPlainString());
        return this;
    }

    /** A field of the answer for scripts must have this value. */
    Act shows(String name, String expected) {
        Object value = field(name);
        expect(expected.equals(value), name + " should be " + expected + ", and is " + value);
        return this;
    }

    /** Nobody must hold anything, by the holdings that the command answered. */
    void holdsNothing() {
        int lines = ((List<?>) field("holdings")).size();
        expect(lines == 0, "there should be no holding, and there are " + lines);
    }

    /** How much of something a holder holds, by the holdings that the command answered. */
    BigDecimal held(Member holder, String symbol) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Object line : (List<?>) field("holdings")) {
            Map<?, ?> holding = (Map<?, ?>) line;
            if (symbol.equals(holding.get("symbol")) && holder.legalName().equals(holding.get("holder"))) {
                sum = sum.add((BigDecimal) holding.get("quantity"));
            }
        }
        return sum;
    }

    /** A field of the answer for scripts, which must be there. */
    Object field(String name) {
        done();
        Object value = outcome.answer().document().get(name);
        expect(value != null, "its answer should have a field '" + name + "', and has not");
        return value;
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new Failure(
                    FailureCode.DEMO_FAILED,
                    "'" + command + "' did not come out as told: " + otherwise.replaceFirst("\\.$", "") + ".",
                    "See ./countersign status and ./countersign logs MEMBER.");
        }
    }
}
