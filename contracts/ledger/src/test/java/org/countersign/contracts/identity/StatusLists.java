package org.countersign.contracts.identity;

import static org.countersign.contracts.Cast.ISSUER;
import static org.countersign.contracts.Cast.key;
import static org.countersign.contracts.TestNode.onLedger;

import org.countersign.contracts.Draft;

/** The transactions with status lists that every rule is tried on: each as it should be. */
final class StatusLists {
    static final int SIZE = 1_024;
    static final CredentialStatusListState OPENED = CredentialStatusListState.opened(ISSUER, 1, SIZE);

    private StatusLists() {}

    /** The opening of a list by its provider. */
    static Draft open(CredentialStatusListState list) {
        return new Draft().output(list).command(new CredentialStatusListCommand.Open(), key(list.getProvider()));
    }

    /** A withdrawal that makes one list of another. */
    static Draft withdraw(CredentialStatusListState before, CredentialStatusListState after) {
        return change(before, after, new CredentialStatusListCommand.Withdraw());
    }

    /** A reinstatement that makes one list of another. */
    static Draft reinstate(CredentialStatusListState before, CredentialStatusListState after) {
        return change(before, after, new CredentialStatusListCommand.Reinstate());
    }

    private static Draft change(
            CredentialStatusListState before, CredentialStatusListState after, CredentialStatusListCommand command) {
        return new Draft().input(onLedger(before)).output(after).command(command, key(before.getProvider()));
    }

    /** A list with another status at one place. */
    static CredentialStatusListState with(CredentialStatusListState list, int index, CredentialStatus status) {
        return list.changed(list.read().with(index, status));
    }
}
