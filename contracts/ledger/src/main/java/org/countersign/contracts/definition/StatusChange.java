package org.countersign.contracts.definition;

import java.util.Objects;
import org.countersign.contracts.control.ControlOrder;

/**
 * A change of whether the holdings of a security can move at all. It rests on an order like a measure against a single
 * holder, which is a {@code ControlCommand} and touches no definition.
 */
public abstract class StatusChange extends SecurityDefinitionCommand {
    private final ControlOrder order;
    private final String reason;

    // Null for what was read from an old ledger and is written anew: it stays readable, and no contract lets it pass.
    StatusChange(ControlOrder order) {
        this.order = order;
        this.reason = order == null ? "" : order.toString();
    }

    /** What stands on ledgers from before there were orders; no contract of today lets it pass. */
    StatusChange(String reason) {
        this.order = null;
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /** What the change rests on; null in what stands on ledgers from before there were orders. */
    public ControlOrder getOrder() {
        return order;
    }

    /** Why, as it stands in the definition: the order in one line. */
    public String getReason() {
        return reason;
    }

    @Override
    public boolean equals(Object other) {
        return other != null
                && other.getClass() == getClass()
                && Objects.equals(order, ((StatusChange) other).order)
                && reason.equals(((StatusChange) other).reason);
    }

    @Override
    public int hashCode() {
        return Objects.hash(getClass().getName(), reason);
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "(" + reason + ")";
    }
}
