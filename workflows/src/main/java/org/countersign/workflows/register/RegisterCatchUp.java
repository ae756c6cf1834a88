package org.countersign.workflows.register;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.serialization.CordaSerializable;

/** What a registrar did to have the whole register of one security again, and whether it has it now. */
@CordaSerializable
public final class RegisterCatchUp {
    private final String symbol;
    private final int restored;
    private final int received;
    private final List<String> problems;
    private final RegisterVerification verification;

    /**
     * Creates a report.
     *
     * @param symbol the security
     * @param restored how many lines were written anew from the own ledger
     * @param received how many transactions came from other registrars
     * @param problems what went wrong with registrars that were asked, a sentence each
     * @param verification how the register stands afterwards
     */
    public RegisterCatchUp(
            String symbol, int restored, int received, List<String> problems, RegisterVerification verification) {
        this.symbol = Objects.requireNonNull(symbol, "symbol");
        this.restored = restored;
        this.received = received;
        this.problems = Collections.unmodifiableList(new ArrayList<>(problems));
        this.verification = Objects.requireNonNull(verification, "verification");
    }

    /** The security. */
    public String getSymbol() {
        return symbol;
    }

    /** How many lines were written anew from the own ledger. */
    public int getRestored() {
        return restored;
    }

    /** How many transactions came from other registrars. */
    public int getReceived() {
        return received;
    }

    /** What went wrong with registrars that were asked. */
    public List<String> getProblems() {
        return problems;
    }

    /** How the register stands afterwards. */
    public RegisterVerification getVerification() {
        return verification;
    }
}
