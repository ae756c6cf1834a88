package org.countersign.workflows.register;

import com.r3.corda.lib.tokens.contracts.commands.IssueTokenCommand;
import com.r3.corda.lib.tokens.contracts.commands.RedeemTokenCommand;
import com.r3.corda.lib.tokens.contracts.commands.TokenCommand;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import com.r3.corda.lib.tokens.contracts.types.TokenPointer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.LinearPointer;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.CoreTransaction;
import net.corda.core.transactions.NotaryChangeWireTransaction;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.WireTransaction;
import org.countersign.contracts.control.ControlCommand;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.ownership.RegisterEntry;
import org.countersign.contracts.ownership.RegisterEntry.Holding;
import org.countersign.contracts.ownership.RegisterException;
import org.countersign.contracts.validation.Operation;

/** Reads from a final transaction what it does to the registers of securities. */
final class LedgerEntries {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final ServiceHub services;

    LedgerEntries(ServiceHub services) {
        this.services = services;
    }

    /**
     * What a transaction does, an entry per security; none if it moves no security.
     *
     * @throws RegisterException if the transaction that created an input is not recorded here
     */
    List<RegisterEntry> of(SignedTransaction transaction) {
        // A change of notary ends no holding and creates none: it gives one another reference.
        if (!(transaction.getCoreTransaction() instanceof WireTransaction)) {
            return new ArrayList<>();
        }
        WireTransaction wire = transaction.getTx();
        Map<SecureHash, Operation> operations = operations(wire);
        if (operations.isEmpty()) {
            return new ArrayList<>();
        }
        Map<SecureHash, List<StateRef>> ended = ended(wire);
        Map<SecureHash, Map<Integer, Holding>> created = created(wire);
        List<RegisterEntry> entries = new ArrayList<>();
        operations.forEach((security, operation) -> {
            // A command alone moves nothing; anybody can write one where the ledger's contracts do not run.
            if (ended.containsKey(security) || created.containsKey(security)) {
                entries.add(new RegisterEntry(
                        security,
                        wire.getId(),
                        operation,
                        wire.getTimeWindow().getUntilTime(),
                        ended.getOrDefault(security, new ArrayList<>()),
                        created.getOrDefault(security, new HashMap<>())));
            }
        });
        return entries;
    }

    /** The digest in the identifier of the security of a holding. */
    static SecureHash securityOf(SecurityToken token) {
        return digestOf(token.getIssuedTokenType());
    }

    private static SecureHash digestOf(IssuedTokenType type) {
        return SecureHash.create(((TokenPointer<?>) type.getTokenType())
                .getPointer()
                .getPointer()
                .getExternalId());
    }

    private static Map<SecureHash, Operation> operations(WireTransaction wire) {
        Map<SecureHash, Operation> operations = new LinkedHashMap<>();
        for (Command<?> command : wire.getCommands()) {
            if (command.getValue() instanceof TokenCommand) {
                IssuedTokenType type = ((TokenCommand) command.getValue()).getToken();
                if (isSecurity(type)) {
                    operations.put(digestOf(type), operationOf(command.getValue()));
                }
            } else if (command.getValue() instanceof ControlCommand) {
                ControlCommand measure = (ControlCommand) command.getValue();
                if (isDigest(measure.getSecurity().getExternalId())) {
                    operations.put(SecureHash.create(measure.getSecurity().getExternalId()), measure.operation());
                }
            }
        }
        return operations;
    }

    private static boolean isDigest(String digest) {
        return digest != null && DIGEST.matcher(digest).matches();
    }

    private static boolean isSecurity(IssuedTokenType type) {
        if (!(type.getTokenType() instanceof TokenPointer)) {
            return false;
        }
        LinearPointer<?> pointer = ((TokenPointer<?>) type.getTokenType()).getPointer();
        return pointer.getType() == SecurityDefinitionState.class
                && isDigest(pointer.getPointer().getExternalId());
    }

    private static Operation operationOf(Object command) {
        if (command instanceof IssueTokenCommand) {
            return Operation.ISSUE;
        }
        return command instanceof RedeemTokenCommand ? Operation.REDEEM : Operation.TRANSFER;
    }

    private Map<SecureHash, List<StateRef>> ended(WireTransaction wire) {
        Map<SecureHash, List<StateRef>> ended = new HashMap<>();
        for (StateRef input : wire.getInputs()) {
            StateRef holding = origin(input);
            CoreTransaction before = recorded(holding).getCoreTransaction();
            if (before instanceof WireTransaction) {
                ContractState state = ((WireTransaction) before)
                        .getOutputs()
                        .get(holding.getIndex())
                        .getData();
                if (state instanceof SecurityToken) {
                    ended.computeIfAbsent(securityOf((SecurityToken) state), security -> new ArrayList<>())
                            .add(holding);
                }
            }
        }
        return ended;
    }

    /**
     * The reference under which the register has a holding: the first one. A change of notary, which a holder makes
     * without the registrars, gives the same holding a new one, and so does the change back.
     *
     * @throws RegisterException if a transaction on the way is not recorded here
     */
    StateRef origin(StateRef holding) {
        StateRef ref = holding;
        CoreTransaction creating = recorded(ref).getCoreTransaction();
        while (creating instanceof NotaryChangeWireTransaction) {
            ref = creating.getInputs().get(ref.getIndex());
            creating = recorded(ref).getCoreTransaction();
        }
        return ref;
    }

    /** Whether the transaction that created a state is recorded here. */
    boolean knows(StateRef holding) {
        return services.getValidatedTransactions().getTransaction(holding.getTxhash()) != null;
    }

    private SignedTransaction recorded(StateRef holding) {
        SignedTransaction creating = services.getValidatedTransactions().getTransaction(holding.getTxhash());
        if (creating == null) {
            throw new RegisterException("The transaction that created " + holding + " is not recorded here.");
        }
        return creating;
    }

    private static Map<SecureHash, Map<Integer, Holding>> created(WireTransaction wire) {
        Map<SecureHash, Map<Integer, Holding>> created = new HashMap<>();
        for (int index = 0; index < wire.getOutputs().size(); index++) {
            ContractState state = wire.getOutputs().get(index).getData();
            if (state instanceof SecurityToken) {
                SecurityToken token = (SecurityToken) state;
                created.computeIfAbsent(securityOf(token), security -> new HashMap<>())
                        .put(
                                index,
                                new Holding(
                                        token.getHolder().getOwningKey(),
                                        token.getAmount().getQuantity()));
            }
        }
        return created;
    }
}
