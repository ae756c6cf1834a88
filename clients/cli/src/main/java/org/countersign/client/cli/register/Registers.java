package org.countersign.client.cli.register;

import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.Ledger;
import org.countersign.contracts.ownership.RegisterRoots;
import org.countersign.workflows.register.RegisterComparison;
import org.countersign.workflows.register.RegisterVerification;

/** How registers are told of, for scripts and for people. */
final class Registers {
    private Registers() {}

    static Fields document(RegisterRoots roots) {
        return new Fields()
                .with("holders", roots.getHolders().toString())
                .with("standing", roots.getStanding())
                .with("history", roots.getHistory().toString())
                .with("lines", roots.getLines());
    }

    static Fields document(RegisterVerification verification) {
        List<Object> comparisons = new ArrayList<>();
        for (RegisterComparison comparison : verification.getComparisons()) {
            comparisons.add(new Fields()
                    .with("registrar", comparison.getRegistrar())
                    .with("outcome", comparison.getOutcome().name())
                    .with("lackedHere", comparison.getLackedHere())
                    .with("lackedThere", comparison.getLackedThere())
                    .with("explanation", comparison.getExplanation())
                    .toMap());
        }
        return new Fields()
                .with("symbol", verification.getExamination().getSymbol())
                .with("holds", verification.holds())
                .with("difference", verification.getExamination().getDifference())
                .with("roots", document(verification.getExamination().getRoots()))
                .with("comparisons", comparisons);
    }

    static List<String> lines(Ledger ledger, RegisterVerification verification) {
        List<String> lines = new ArrayList<>();
        String symbol = verification.getExamination().getSymbol();
        lines.add(
                verification.holds()
                        ? "The register of " + symbol + " holds: "
                                + verification.getExamination().getRoots().getLines() + " lines, history "
                                + verification.getExamination().getRoots().getHistory() + "."
                        : "The register of " + symbol + " does not hold.");
        String difference = verification.getExamination().getDifference();
        lines.add("  "
                + (difference == null
                        ? "It is what the ledger at " + ledger.self().id() + " gives."
                        : difference));
        for (RegisterComparison comparison : verification.getComparisons()) {
            lines.add("  " + comparison.getExplanation());
        }
        return lines;
    }
}
