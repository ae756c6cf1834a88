package org.countersign.language.search;

/** How a value is compared with one that a query names. */
public enum Comparison {
    /** It is the same. */
    EQUAL("="),
    /** There is a value, and none that is the same. */
    UNEQUAL("!="),
    /** It is less. */
    LESS("<"),
    /** It is less or the same. */
    AT_MOST("<="),
    /** It is more. */
    MORE(">"),
    /** It is more or the same. */
    AT_LEAST(">=");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /** As it is written. */
    public String getSign() {
        return sign;
    }

    /** Whether it asks for an order. */
    public boolean isOrder() {
        return this != EQUAL && this != UNEQUAL;
    }

    static Comparison of(String sign) {
        for (Comparison comparison : values()) {
            if (comparison.sign.equals(sign)) {
                return comparison;
            }
        }
        throw new IllegalArgumentException("No comparison is written " + sign);
    }
}
