package org.countersign.oracles.validation;

import java.math.BigDecimal;
import java.util.Objects;
import net.corda.core.identity.Party;
import org.countersign.contracts.definition.SecurityDefinitionState;

/**
 * What a party holds of one security, by the registers and not by its own word.
 *
 * <p>For the security that the transaction moves, before and after differ by what the party gains or gives; for every
 * other security they are the same.
 */
public final class Position {
    private final Party holder;
    private final SecurityDefinitionState security;
    private final BigDecimal before;
    private final BigDecimal after;
    private final BigDecimal outstanding;

    /**
     * Creates a position.
     *
     * @param holder whose
     * @param security in what
     * @param before in units, zero or more, as it stands in the register
     * @param after in units, zero or more, as it would stand once the transaction is final
     * @param outstanding all that is in issue of the security, in units, before the transaction
     */
    public Position(
            Party holder,
            SecurityDefinitionState security,
            BigDecimal before,
            BigDecimal after,
            BigDecimal outstanding) {
        this.holder = Objects.requireNonNull(holder, "holder");
        this.security = Objects.requireNonNull(security, "security");
        this.before = Objects.requireNonNull(before, "before");
        this.after = Objects.requireNonNull(after, "after");
        this.outstanding = Objects.requireNonNull(outstanding, "outstanding");
    }

    /** Whose. */
    public Party getHolder() {
        return holder;
    }

    /** In what. */
    public SecurityDefinitionState getSecurity() {
        return security;
    }

    /** As it stands in the register, in units. */
    public BigDecimal getBefore() {
        return before;
    }

    /** As it would stand once the transaction is final, in units. */
    public BigDecimal getAfter() {
        return after;
    }

    /** All that is in issue before the transaction, in units. */
    public BigDecimal getOutstanding() {
        return outstanding;
    }
}
