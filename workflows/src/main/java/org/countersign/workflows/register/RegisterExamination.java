package org.countersign.workflows.register;

import java.util.Objects;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.ownership.RegisterRoots;

/** What a node found when it compared the register that it keeps of one security with its own ledger. */
@CordaSerializable
public final class RegisterExamination {
    private final String symbol;
    private final RegisterRoots roots;
    private final String difference;

    /**
     * Creates a finding.
     *
     * @param symbol the security
     * @param roots the roots over the lines that are kept
     * @param difference the first line in which the register differs from the ledger, or null if there is none
     */
    public RegisterExamination(String symbol, RegisterRoots roots, String difference) {
        this.symbol = Objects.requireNonNull(symbol, "symbol");
        this.roots = Objects.requireNonNull(roots, "roots");
        this.difference = difference;
    }

    /** The security. */
    public String getSymbol() {
        return symbol;
    }

    /** The roots over the lines that are kept. */
    public RegisterRoots getRoots() {
        return roots;
    }

    /** The first line in which the register differs from the ledger, or null. */
    public String getDifference() {
        return difference;
    }
}
