package org.countersign.oracles.identity;

import com.r3.corda.lib.tokens.contracts.commands.TokenCommand;
import com.r3.corda.lib.tokens.contracts.states.AbstractToken;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.TransactionState;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.AnonymousParty;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.FilteredTransaction;

/**
 * Checks that everybody who gives or takes in a transaction is on the authority's list of admitted holders.
 *
 * <p>Who takes is seen from the outputs. Who gives is seen from the signers of the token commands: the contract lets a
 * holding move only with its holder's signature, so the inputs need not be shown. The list is the CorDapp setting
 * {@code identity.admittedHolders}, a list of X.500 names.
 */
public final class AdmittedHolders {
    private final ServiceHub services;
    private final Set<CordaX500Name> admitted;

    /**
     * Creates the check.
     *
     * @param services resolves keys to parties
     * @param admitted who may hold
     */
    public AdmittedHolders(ServiceHub services, Set<CordaX500Name> admitted) {
        this.services = services;
        this.admitted = new LinkedHashSet<>(admitted);
    }

    /**
     * Judges a tear-off.
     *
     * @param tearOff shows all outputs and commands
     * @return one sentence per party that is not admitted; empty if all are
     */
    public List<String> objections(FilteredTransaction tearOff) {
        Set<PublicKey> keys = new LinkedHashSet<>();
        for (TransactionState<ContractState> output : tearOff.getOutputs()) {
            if (output.getData() instanceof AbstractToken) {
                keys.add(((AbstractToken) output.getData()).getHolder().getOwningKey());
            }
        }
        for (Command<?> command : tearOff.getCommands()) {
            if (command.getValue() instanceof TokenCommand) {
                keys.addAll(command.getSigners());
            }
        }
        List<String> objections = new ArrayList<>();
        if (keys.isEmpty()) {
            objections.add("The transaction names no holder that could be judged.");
        }
        for (PublicKey key : keys) {
            AbstractParty anonymous = new AnonymousParty(key);
            Party party = services.getIdentityService().wellKnownPartyFromAnonymous(anonymous);
            if (party == null) {
                objections.add("A party of the transaction is not known to this authority.");
            } else if (!admitted.contains(party.getName())) {
                objections.add(party.getName().getOrganisation() + " is not an admitted holder.");
            }
        }
        return objections;
    }
}
