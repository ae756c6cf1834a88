package org.countersign.workflows.register;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.crypto.SecureHash;
import net.corda.core.serialization.CordaSerializable;

/** Some of the ids of the transactions that are in a register. */
@CordaSerializable
public final class RegisterPage {
    private final List<SecureHash> transactions;

    /**
     * Creates a page.
     *
     * @param transactions the ids in ascending order, at most {@link RegisterQuery#MOST_IDS}; fewer mean that there are
     *     no more
     */
    public RegisterPage(List<SecureHash> transactions) {
        this.transactions = Collections.unmodifiableList(new ArrayList<>(transactions));
    }

    /** The ids in ascending order. */
    public List<SecureHash> getTransactions() {
        return transactions;
    }
}
