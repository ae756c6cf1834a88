package org.countersign.oracles.position;

import java.math.BigInteger;
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
        // A register that lies can tell more than can be counted.
        BigInteger inputs = BigInteger.ZERO;
        for (HeldQuantity quantity : answer.of(security).getHolders()) {
            inputs = inputs.add(BigInteger.valueOf(quantity.getInput()));
        }
        int compared = inputs.compareTo(BigInteger.valueOf(outputs));
        switch (operation) {
            case TRANSFER:
                return compared == 0;
            case ISSUE:
                return inputs.signum() == 0;
            case REDEEM:
                return compared > 0;
            default:
                return true;
        }
    }
}
