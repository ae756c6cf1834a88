package org.countersign.client.proof;

import static org.countersign.client.proof.ProofRefusedException.require;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.corda.core.contracts.AttachmentConstraint;
import net.corda.core.contracts.CommandData;
import net.corda.core.contracts.ComponentGroupEnum;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TransactionState;
import net.corda.core.crypto.CompositeKey;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.Party;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.workflows.ownership.proof.RevealedComponent;
import org.countersign.workflows.ownership.proof.TornGroup;
import org.countersign.workflows.ownership.proof.TornTransaction;

/** A torn transaction whose Merkle paths and signatures hold, with what it shows decoded. */
// Corda identifies a component group by its ordinal, on the wire and in the hashes.
@SuppressWarnings("EnumOrdinal")
final class OpenedTransaction {
    private final TornTransaction torn;
    private final Set<PublicKey> signedBy;
    private final SortedMap<Integer, StateRef> inputs = new TreeMap<>();
    private final SortedMap<Integer, TransactionState<?>> outputs = new TreeMap<>();
    private final List<OpenedCommand> commands = new ArrayList<>();

    /** A command with its signers. */
    record OpenedCommand(CommandData value, List<PublicKey> signers) {}

    private OpenedTransaction(TornTransaction torn, Set<PublicKey> signedBy) {
        this.torn = torn;
        this.signedBy = signedBy;
    }

    static OpenedTransaction open(TornTransaction torn) throws ProofRefusedException {
        MerkleCheck.verify(torn);
        OpenedTransaction opened = new OpenedTransaction(torn, SignatureCheck.signers(torn));
        SortedMap<Integer, OpaqueBytes> commands = new TreeMap<>();
        SortedMap<Integer, OpaqueBytes> signers = new TreeMap<>();
        for (TornGroup group : torn.getGroups()) {
            for (RevealedComponent component : group.getComponents()) {
                switch (ComponentGroupEnum.values()[group.getGroup()]) {
                    case INPUTS_GROUP ->
                        opened.inputs.put(component.getIndex(), opened.decode(group, component, StateRef.class));
                    case OUTPUTS_GROUP ->
                        opened.outputs.put(
                                component.getIndex(), opened.decode(group, component, TransactionState.class));
                    case COMMANDS_GROUP -> commands.put(component.getIndex(), component.getBytes());
                    case SIGNERS_GROUP -> signers.put(component.getIndex(), component.getBytes());
                    default ->
                        throw new ProofRefusedException("Transaction " + torn.getId() + " reveals "
                                + MerkleCheck.name(group.getGroup()) + ", which a proof has no use for.");
                }
            }
        }
        require(
                commands.keySet().equals(signers.keySet()),
                "Transaction %s does not reveal the signers of exactly the commands that it reveals.",
                torn.getId());
        for (int index : commands.keySet()) {
            opened.commands.add(opened.command(index, commands.get(index), signers.get(index)));
        }
        return opened;
    }

    private <T> T decode(TornGroup group, RevealedComponent component, Class<T> type) throws ProofRefusedException {
        String what = "Component " + component.getIndex() + " of " + MerkleCheck.name(group.getGroup())
                + " of transaction " + torn.getId();
        return LedgerDecoder.decode(component.getBytes(), type, what);
    }

    private OpenedCommand command(int index, OpaqueBytes value, OpaqueBytes signers) throws ProofRefusedException {
        String what = "Command " + index + " of transaction " + torn.getId();
        List<PublicKey> keys = new ArrayList<>();
        for (Object key : LedgerDecoder.decode(signers, List.class, "The signers of " + what)) {
            require(key instanceof PublicKey, "The signers of %s are not all keys.", what);
            keys.add((PublicKey) key);
        }
        return new OpenedCommand(LedgerDecoder.decode(value, CommandData.class, what), keys);
    }

    SecureHash id() {
        return torn.getId();
    }

    List<OpenedCommand> commands() {
        return commands;
    }

    Set<PublicKey> signedBy() {
        return signedBy;
    }

    SortedMap<Integer, StateRef> inputs() {
        return inputs;
    }

    /** The only output that is shown, of exactly this class under exactly this contract. */
    <T extends ContractState> T onlyOutput(int index, Class<T> type, String contract) throws ProofRefusedException {
        require(
                outputs.size() == 1 && outputs.containsKey(index),
                "Transaction %s must reveal its output %d and no other; it reveals %s.",
                id(),
                index,
                outputs.keySet());
        TransactionState<?> state = outputs.get(index);
        require(
                state.getData().getClass() == type && state.getContract().equals(contract),
                "Output %d of transaction %s is no %s under its contract.",
                index,
                id(),
                type.getSimpleName());
        require(state.getEncumbrance() == null, "Output %d of transaction %s is encumbered.", index, id());
        return type.cast(state.getData());
    }

    /** The index of the only output that is shown. */
    int outputIndex() throws ProofRefusedException {
        require(outputs.size() == 1, "Transaction %s must reveal one output; it reveals %s.", id(), outputs.keySet());
        return outputs.firstKey();
    }

    /** The notary of the only output that is shown; Corda gives a transaction's outputs the transaction's notary. */
    Party notary() {
        return outputs.get(outputs.firstKey()).getNotary();
    }

    /** What the only output that is shown is bound to its code by. */
    AttachmentConstraint code() {
        return outputs.get(outputs.firstKey()).getConstraint();
    }

    /** Whether the transaction has no component of this kind at all. */
    boolean isEmpty(ComponentGroupEnum group) {
        return torn.getGroupHashes().get(group.ordinal()).equals(SecureHash.allOnesHash);
    }

    /** Whether the transaction has one component of this kind and shows it. */
    boolean hasOne(ComponentGroupEnum group) {
        return torn.getGroups().stream()
                .anyMatch(shown -> shown.getGroup() == group.ordinal() && shown.getHeight() == 0);
    }

    void requireNotarised() throws ProofRefusedException {
        require(
                signedBy.contains(notary().getOwningKey()),
                "Transaction %s is not signed by its notary, %s.",
                id(),
                notary().getName());
    }

    /** Refuses unless every signer of every shown command has signed, and nobody else but the notary. */
    void requireSignedByExactlyTheSigners() throws ProofRefusedException {
        Set<PublicKey> expected = new HashSet<>();
        expected.add(notary().getOwningKey());
        for (OpenedCommand command : commands) {
            for (PublicKey signer : command.signers()) {
                boolean composite = signer instanceof CompositeKey;
                expected.addAll(composite ? ((CompositeKey) signer).getLeafKeys() : Set.of(signer));
                require(
                        composite ? ((CompositeKey) signer).isFulfilledBy(signedBy) : signedBy.contains(signer),
                        "Transaction %s lacks a signature that its command %s demands.",
                        id(),
                        command.value().getClass().getSimpleName());
            }
        }
        require(
                expected.containsAll(signedBy),
                "Transaction %s carries a signature that nothing in the proof demands.",
                id());
    }
}
