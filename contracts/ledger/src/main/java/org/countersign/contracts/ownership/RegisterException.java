package org.countersign.contracts.ownership;

/**
 * A register that does not follow from the ledger: a holding ends that was never there or has ended already, or
 * quantities do not add up. Where the notary and a quorum of registrars are honest it does not happen.
 */
public final class RegisterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param problem what does not hold, a sentence
     */
    public RegisterException(String problem) {
        super(problem);
    }
}
