package org.countersign.contracts.identity;

import net.corda.core.contracts.TypeOnlyCommandData;

/** What can be done with a status list. The contract refuses everything that is not one of the nested commands. */
public abstract class CredentialStatusListCommand extends TypeOnlyCommandData {
    CredentialStatusListCommand() {}

    /** A provider opens a list. */
    public static final class Open extends CredentialStatusListCommand {}

    /** A provider withdraws credentials, for good or for a time. */
    public static final class Withdraw extends CredentialStatusListCommand {}

    /** A provider lets suspended credentials be valid again. */
    public static final class Reinstate extends CredentialStatusListCommand {}
}
