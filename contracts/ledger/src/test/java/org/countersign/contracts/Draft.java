package org.countersign.contracts;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.corda.core.contracts.BelongsToContract;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.CommandData;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.PrivacySalt;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.contracts.TransactionState;
import net.corda.core.crypto.DigestService;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.internal.TransactionUtilsKt;
import net.corda.core.transactions.LedgerTransaction;
import net.corda.core.transactions.WireTransaction;

/**
 * A transaction in the making. It is put together component by component, as somebody would who follows nobody's rules:
 * Corda's own builder refuses or mends much of what an attacker would send.
 */
public final class Draft {
    private final List<StateAndRef<?>> inputs = new ArrayList<>();
    private final List<StateAndRef<?>> references = new ArrayList<>();
    private final List<TransactionState<ContractState>> outputs = new ArrayList<>();
    private final List<Command<?>> commands = new ArrayList<>();
    private final List<SecureHash> attachments = new ArrayList<>();
    private final Set<String> withoutCode = new HashSet<>();
    private TimeWindow window;

    public Draft input(StateAndRef<?> input) {
        inputs.add(input);
        return this;
    }

    public Draft withoutInputs() {
        inputs.clear();
        return this;
    }

    public Draft reference(StateAndRef<?> reference) {
        references.add(reference);
        return this;
    }

    public Draft withoutReference(StateAndRef<?> reference) {
        references.removeIf(present -> present.getRef().equals(reference.getRef()));
        return this;
    }

    public Draft withoutReferences(Class<? extends ContractState> type) {
        references.removeIf(present -> type.isInstance(present.getState().getData()));
        return this;
    }

    public Draft output(ContractState state) {
        return output(stateOf(state));
    }

    public Draft output(TransactionState<?> state) {
        outputs.add(cast(state));
        return this;
    }

    public Draft withoutOutputs() {
        outputs.clear();
        return this;
    }

    /** Changes one output's wrapper: contract, notary, encumbrance, constraint. */
    public Draft rewrap(int index, UnaryOperator<TransactionState<ContractState>> change) {
        outputs.set(index, change.apply(outputs.get(index)));
        return this;
    }

    /** Changes one output's content. */
    public <T extends ContractState> Draft change(int index, Class<T> type, UnaryOperator<T> change) {
        return rewrap(
                index,
                state -> new TransactionState<>(
                        change.apply(type.cast(state.getData())),
                        state.getContract(),
                        state.getNotary(),
                        state.getEncumbrance(),
                        state.getConstraint()));
    }

    public Draft command(CommandData data, PublicKey... signers) {
        commands.add(new Command<>(data, Arrays.asList(signers)));
        return this;
    }

    public Draft command(Command<?> command) {
        commands.add(command);
        return this;
    }

    public Draft withoutCommands(Predicate<CommandData> which) {
        commands.removeIf(command -> which.test(command.getValue()));
        return this;
    }

    /** Changes the commands of one class. */
    public <T extends CommandData> Draft changeCommands(Class<T> type, UnaryOperator<Command<?>> change) {
        commands.replaceAll(command -> type.isInstance(command.getValue()) ? change.apply(command) : command);
        return this;
    }

    /** Takes a key off the signers of every command that has others. */
    public Draft withoutSigner(PublicKey key) {
        commands.replaceAll(command -> {
            List<PublicKey> signers = command.getSigners().stream()
                    .filter(signer -> !signer.equals(key))
                    .collect(Collectors.toList());
            return signers.isEmpty() ? command : new Command<>(command.getValue(), signers);
        });
        return this;
    }

    /** Adds what several drafts have in common. */
    public Draft with(UnaryOperator<Draft> addition) {
        return addition.apply(this);
    }

    public Draft window(TimeWindow newWindow) {
        window = newWindow;
        return this;
    }

    /** Attaches a jar beside those that the states' contracts are in. */
    public Draft attach(SecureHash attachment) {
        attachments.add(attachment);
        return this;
    }

    /** Leaves out the ledger's own jar for a contract. */
    public Draft withoutCodeOf(String contract) {
        withoutCode.add(contract);
        return this;
    }

    /** The wire transaction, serialised component by component. */
    public WireTransaction toWire() {
        Set<String> contracts = Stream.concat(
                        Stream.concat(inputs.stream(), references.stream()).map(StateAndRef::getState),
                        outputs.stream())
                .map(TransactionState::getContract)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        contracts.removeAll(withoutCode);
        List<SecureHash> jars = contracts.stream().map(TestNode::attachment).collect(Collectors.toList());
        jars.addAll(attachments);
        return new WireTransaction(
                TransactionUtilsKt.createComponentGroups(
                        refs(inputs),
                        outputs,
                        commands,
                        jars,
                        TestNode.NOTARY,
                        window,
                        refs(references),
                        TestNode.networkParametersHash()),
                new PrivacySalt(),
                DigestService.Companion.getSha2_256());
    }

    /** The transaction as a contract sees it. */
    public LedgerTransaction toLedger() throws FlowException {
        return TestNode.resolve(toWire());
    }

    /** Runs the platform's checks and every contract. */
    public void verify() throws Exception {
        toLedger().verify();
    }

    /** A state as it stands on the ledger: under its own contract and the ledger's code. */
    public static <T extends ContractState> TransactionState<T> stateOf(T state) {
        String contract =
                state.getClass().getAnnotation(BelongsToContract.class).value().getName();
        return new TransactionState<>(state, contract, TestNode.NOTARY, null, TestNode.CODE);
    }

    @SuppressWarnings("unchecked")
    private static TransactionState<ContractState> cast(TransactionState<?> state) {
        return (TransactionState<ContractState>) state;
    }

    private static List<StateRef> refs(List<StateAndRef<?>> states) {
        return states.stream().map(StateAndRef::getRef).collect(Collectors.toList());
    }
}
