package org.countersign.contracts.identity;

import net.corda.core.contracts.TypeOnlyCommandData;

/**
 * What can be done with a list of providers. The contract refuses everything that is not one of the nested commands.
 */
public abstract class TrustedProvidersCommand extends TypeOnlyCommandData {
    TrustedProvidersCommand() {}

    /** A committee says for the first time whom it accepts. */
    public static final class Establish extends TrustedProvidersCommand {}

    /** A committee says anew whom it accepts. */
    public static final class Amend extends TrustedProvidersCommand {}
}
