package org.countersign.oracles.marketdata;

/** Something that a figure needs is not known. What was to be judged is then undecided, which counts as not met. */
public class MarketDataException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reasonCode;

    /**
     * Creates the exception.
     *
     * @param reasonCode why, for programs, in capitals
     * @param problem what is missing, in a sentence
     * @param remedy what the authority can do about it
     */
    public MarketDataException(String reasonCode, String problem, String remedy) {
        super(problem + " " + remedy);
        this.reasonCode = reasonCode;
    }

    /** Why, for programs. */
    public String getReasonCode() {
        return reasonCode;
    }
}
