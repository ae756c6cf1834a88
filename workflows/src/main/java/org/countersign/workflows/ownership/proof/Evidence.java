package org.countersign.workflows.ownership.proof;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.CommandData;
import net.corda.core.contracts.ComponentGroupEnum;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TransactionState;
import net.corda.core.crypto.CompositeKey;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.WireTransaction;
import org.countersign.contracts.definition.SecurityDefinitionCommand;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.governance.CommitteeCommand;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Attest;

/**
 * Collects the transactions that made a definition and the committees behind it, each back to its founding.
 *
 * <p>Definitions and committees are public to members; what is collected here shows nobody's holdings.
 */
final class Evidence {
    private final ProofSources sources;
    private final Map<String, TornTransaction> torn = new TreeMap<>();
    private final Map<PublicKey, Party> parties = new LinkedHashMap<>();

    Evidence(ProofSources sources) {
        this.sources = sources;
    }

    /** The torn transactions by ascending id. */
    List<TornTransaction> transactions() {
        return new ArrayList<>(torn.values());
    }

    /** Everybody whose identity the evidence rests on. */
    Collection<Party> parties() {
        return parties.values();
    }

    void involve(Party party) {
        parties.put(party.getOwningKey(), party);
    }

    SignedTransaction find(SecureHash id) throws OwnershipProofException {
        SignedTransaction transaction = sources.transaction(id);
        if (transaction == null) {
            throw new OwnershipProofException(
                    "Transaction " + id + " is not recorded on this node.",
                    "Export the proof on" + " the node of a holder or registrar who has it.");
        }
        if (!(transaction.getCoreTransaction() instanceof WireTransaction)) {
            throw new OwnershipProofException(
                    "Transaction " + id + " is a "
                            + transaction.getCoreTransaction().getClass().getSimpleName()
                            + ".",
                    "A proof can be taken of ordinary transactions only.");
        }
        return transaction;
    }

    <T extends ContractState> T state(StateRef ref, Class<T> type) throws OwnershipProofException {
        List<TransactionState<ContractState>> outputs =
                find(ref.getTxhash()).getTx().getOutputs();
        if (ref.getIndex() >= outputs.size()
                || !type.isInstance(outputs.get(ref.getIndex()).getData())) {
            throw new OwnershipProofException(
                    "Output " + ref.getIndex() + " of transaction " + ref.getTxhash() + " is no " + type.getSimpleName()
                            + ".",
                    "The ledger of this node is inconsistent; ask its operator.");
        }
        return type.cast(outputs.get(ref.getIndex()).getData());
    }

    void collectDefinition(StateRef latest) throws OwnershipProofException {
        StateRef ref = latest;
        while (ref != null && !torn.containsKey(ref.getTxhash().toString())) {
            SecurityDefinitionState definition = state(ref, SecurityDefinitionState.class);
            involve(definition.getIssuer());
            StateRef before = predecessor(ref, definition.getVersion() > 1);
            collect(ref, before != null, any -> any instanceof SecurityDefinitionCommand || any instanceof Attest);
            for (Command<?> command : find(ref.getTxhash()).getTx().getCommands()) {
                if (command.getValue() instanceof Attest) {
                    collectCommittee(((Attest) command.getValue()).getCommittee());
                }
            }
            ref = before;
        }
    }

    void collectCommittee(StateRef latest) throws OwnershipProofException {
        StateRef ref = latest;
        while (ref != null && !torn.containsKey(ref.getTxhash().toString())) {
            CommitteeState committee = state(ref, CommitteeState.class);
            for (CommitteeMember member : committee.getTerms().getMembers()) {
                involve(member.getParty());
            }
            StateRef before = predecessor(ref, committee.getEpoch() > 1);
            collect(ref, before != null, any -> any instanceof CommitteeCommand);
            ref = before;
        }
    }

    private StateRef predecessor(StateRef ref, boolean exists) throws OwnershipProofException {
        if (!exists) {
            return null;
        }
        List<StateRef> inputs = find(ref.getTxhash()).getTx().getInputs();
        if (inputs.size() != 1) {
            throw new OwnershipProofException(
                    "Transaction " + ref.getTxhash() + " has " + inputs.size() + " inputs where a change has one.",
                    "The ledger of this node is inconsistent; ask its operator.");
        }
        return inputs.get(0);
    }

    private void collect(StateRef ref, boolean input, Predicate<CommandData> shown) throws OwnershipProofException {
        SignedTransaction transaction = find(ref.getTxhash());
        TearOff tearOff = new TearOff(transaction.getTx()).reveal(ComponentGroupEnum.OUTPUTS_GROUP, ref.getIndex());
        if (input) {
            tearOff.reveal(ComponentGroupEnum.INPUTS_GROUP, 0);
        }
        torn.put(ref.getTxhash().toString(), tear(transaction, ref.getIndex(), tearOff, shown));
    }

    /** Shows the chosen commands and the signatures by their signers and by the notary of the output. */
    TornTransaction tear(SignedTransaction transaction, int output, TearOff tearOff, Predicate<CommandData> shown)
            throws OwnershipProofException {
        Party notary = transaction.getTx().getOutputs().get(output).getNotary();
        if (notary.getOwningKey() instanceof CompositeKey) {
            throw new OwnershipProofException(
                    "The notary " + notary.getName() + " signs with a composite key.",
                    "A proof can be taken under notaries with one service key only.");
        }
        involve(notary);
        Set<PublicKey> signers = new LinkedHashSet<>();
        signers.add(notary.getOwningKey());
        List<Command<?>> commands = transaction.getTx().getCommands();
        for (int index = 0; index < commands.size(); index++) {
            if (shown.test(commands.get(index).getValue())) {
                tearOff.revealCommand(index);
                for (PublicKey signer : commands.get(index).getSigners()) {
                    signers.addAll(leaves(signer));
                }
            }
        }
        return tearOff.tear(ProofSignatures.by(transaction, signers));
    }

    private static Set<PublicKey> leaves(PublicKey key) {
        return key instanceof CompositeKey ? ((CompositeKey) key).getLeafKeys() : java.util.Collections.singleton(key);
    }
}
