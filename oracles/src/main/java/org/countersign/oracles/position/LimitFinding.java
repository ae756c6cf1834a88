package org.countersign.oracles.position;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.validation.Figure;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.oracles.marketdata.MarketDataException;
import org.countersign.oracles.marketdata.Rational;

/**
 * Words a finding about a limit. Values are compared exactly, and a value that equals its limit is within it. The
 * figures show the value before and after and the limit; the sentence, which the proposer is told, does not.
 */
public final class LimitFinding {
    /** The reason code of a requirement that holds. */
    public static final String WITHIN = "WITHIN_LIMIT";

    /** The reason code of a requirement that does not hold. */
    public static final String EXCEEDED = "LIMIT_EXCEEDED";

    /** The reason code of a requirement that says nothing about a transaction. */
    public static final String NOTHING = "NOTHING_ACQUIRED";

    private LimitFinding() {}

    /**
     * A value that may not exceed a limit.
     *
     * @param requirement the stable name
     * @param what the value and whose it is, as the beginning of a sentence
     * @param values before, after and limit
     * @return met if the value after is at most the limit
     */
    public static Finding of(String requirement, String what, Values values) {
        return of(requirement, what, "its limit", values, Collections.emptyList());
    }

    /**
     * A value that may not exceed a limit which goes by a name of its own.
     *
     * @param requirement the stable name
     * @param what the value and whose it is, as the beginning of a sentence
     * @param limitName the limit, as the end of that sentence
     * @param values before, after and limit
     * @param more figures beside them
     * @return met if the value after is at most the limit
     */
    public static Finding of(String requirement, String what, String limitName, Values values, List<Figure> more) {
        boolean within = values.after.compareTo(values.limit) <= 0;
        List<Figure> figures = new ArrayList<>(values.figures());
        figures.addAll(more);
        return new Finding(
                requirement,
                within ? FindingResult.MET : FindingResult.NOT_MET,
                within ? WITHIN : EXCEEDED,
                what + (within ? " stays within " : " would exceed ") + limitName + ".",
                figures);
    }

    /**
     * A requirement that a transaction does not touch.
     *
     * @param requirement the stable name
     * @param reasonCode why, for programs
     * @param reason why
     * @return the finding
     */
    public static Finding notApplicable(String requirement, String reasonCode, String reason) {
        return new Finding(requirement, FindingResult.NOT_APPLICABLE, reasonCode, reason, Collections.emptyList());
    }

    /**
     * Requirements that could not be judged.
     *
     * @param requirement the stable name
     * @param missing what is not known
     * @return the finding, which counts as not met
     */
    public static Finding undecided(String requirement, MarketDataException missing) {
        return new Finding(
                requirement,
                FindingResult.UNDECIDED,
                missing.getReasonCode(),
                missing.getMessage(),
                Collections.emptyList());
    }

    /** A value before and after a transaction and its limit, in one unit. */
    public static final class Values {
        private final Rational before;
        private final Rational after;
        private final Rational limit;
        private final String unit;

        /**
         * Creates values.
         *
         * @param before as it is
         * @param after as it would be
         * @param limit the most that it may be
         * @param unit what they count: a currency code or {@code %}
         */
        public Values(Rational before, Rational after, Rational limit, String unit) {
            this.before = before;
            this.after = after;
            this.limit = limit;
            this.unit = unit;
        }

        private List<Figure> figures() {
            return Arrays.asList(
                    new Figure("value before", before.shown(), unit),
                    new Figure("value after", after.shown(), unit),
                    new Figure("limit", limit.shown(), unit));
        }
    }
}
