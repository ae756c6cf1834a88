package org.countersign.oracles.position;

import net.corda.core.contracts.UniqueIdentifier;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.position.HeldQuantity;
import org.countersign.workflows.position.PositionAnswer;
import org.countersign.workflows.position.PositionRound;

/**
 * What an authority can tell of a registrar's answer by itself: a transfer's inputs are as much of the security as its
 * outputs, an issue has none, a redemption's are not less. An answer that says otherwise comes from a register that is
 * behind, that knows an input as spent, or that lies.
 */
final class Conservation implements PositionRound.Use {
    private static final long serialVersionUID = 1L;

    private final Operation operation;
    private final UniqueIdentifier security;
    private final long outputs;

    /** The outputs are the sum of the security's new holdings, in smallest units. */
    Conservation(Operation operation, UniqueIdentifier security, long outputs) {
        this.operation = operation;
        this.security = security;
        this.outputs = outputs;
    }

    @Override
    public boolean fits(PositionAnswer answer) {
        boolean concerned = answer.getSecurities().stream()
                .anyMatch(positions -> positions.getSecurity().equals(security));
        if (!concerned) {
            return true;
        }
        long inputs = 0;
        for (HeldQuantity quantity : answer.of(security).getHolders()) {
            inputs = Math.addExact(inputs, quantity.getInput());
        }
        switch (operation) {
            case TRANSFER:
                return inputs == outputs;
            case ISSUE:
                return inputs == 0;
            case REDEEM:
                return inputs > outputs;
            default:
                return true;
        }
    }
}
