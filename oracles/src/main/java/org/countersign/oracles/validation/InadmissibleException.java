package org.countersign.oracles.validation;

/** A request that an authority does not judge, with the reason that it answers. */
final class InadmissibleException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * Creates the refusal.
     *
     * @param code one of the codes of {@code Refusal}
     * @param reason a sentence for the proposer
     */
    InadmissibleException(String code, String reason) {
        super(reason);
        this.code = code;
    }

    /** The kind of refusal, for programs. */
    String getCode() {
        return code;
    }
}
