package org.countersign.contracts.compliance;

/** A truth value of Kleene's strong three-valued logic. */
public enum Decision {
    /** It does not hold. */
    FAILS,
    /** It cannot be said with what is known here. */
    UNDECIDED,
    /** It holds. */
    HOLDS;

    /**
     * Both.
     *
     * @param other the other value
     * @return the lesser of the two
     */
    public Decision and(Decision other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /**
     * At least one.
     *
     * @param other the other value
     * @return the greater of the two
     */
    public Decision or(Decision other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /**
     * The contrary.
     *
     * @return what is undecided stays so
     */
    public Decision negate() {
        return this == HOLDS ? FAILS : this == FAILS ? HOLDS : UNDECIDED;
    }

    /**
     * A plain truth value.
     *
     * @param holds whether it holds
     * @return HOLDS or FAILS
     */
    public static Decision of(boolean holds) {
        return holds ? HOLDS : FAILS;
    }
}
