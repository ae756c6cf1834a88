package org.countersign.oracles.compliance;

import java.math.BigInteger;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.compliance.RegisterRound;
import org.countersign.workflows.compliance.RegisterTold;
import org.countersign.workflows.compliance.RegisteredLot;

/**
 * What an authority can tell of a registrar's answer by itself: a transfer's lots are as much of the security as its
 * outputs, an issue has none, a redemption's are more. An answer that says otherwise comes from a register that is
 * behind, that knows an input as spent, or that lies.
 */
final class LotsBalance implements RegisterRound.Use {
    private static final long serialVersionUID = 1L;

    private final Operation operation;
    private final long outputs;

    /** The outputs are the sum of the security's new holdings, in smallest units. */
    LotsBalance(Operation operation, long outputs) {
        this.operation = operation;
        this.outputs = outputs;
    }

    @Override
    public boolean fits(RegisterTold told) {
        // A register that lies can tell more than can be counted.
        BigInteger lots = BigInteger.ZERO;
        for (RegisteredLot lot : told.getLots()) {
            lots = lots.add(BigInteger.valueOf(lot.getQuantity()));
        }
        int compared = lots.compareTo(BigInteger.valueOf(outputs));
        switch (operation) {
            case TRANSFER:
                return compared == 0;
            case ISSUE:
                return lots.signum() == 0;
            case REDEEM:
                return compared > 0;
            default:
                return true;
        }
    }
}
