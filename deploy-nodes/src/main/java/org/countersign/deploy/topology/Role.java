package org.countersign.deploy.topology;

import java.util.Locale;

/** What a member does on the network. */
public enum Role {
    /** Runs a node of the notary cluster. Follows from the {@code notary} section and is not written down. */
    NOTARY,
    /** Keeps assets for others. */
    CUSTODIAN,
    /** Sits on a committee that attests; runs the oracles. */
    AUTHORITY,
    /** Keeps the register of holders; sits on the committee of ownership. */
    REGISTRAR,
    /** Issues securities. */
    ISSUER,
    /** Buys and sells. */
    DEALER,
    /** Observes. */
    REGULATOR,
    /** Vouches for who others are, by credentials. */
    PROVIDER;

    /** The role as topology and network files write it. */
    public String getLabel() {
        return name().toLowerCase(Locale.ROOT);
    }
}
