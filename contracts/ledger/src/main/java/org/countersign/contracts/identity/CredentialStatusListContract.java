package org.countersign.contracts.identity;

import static org.countersign.contracts.Rules.broken;
import static org.countersign.contracts.Rules.check;

import java.util.List;
import net.corda.core.contracts.CommandWithParties;
import net.corda.core.contracts.Contract;
import net.corda.core.transactions.LedgerTransaction;
import org.countersign.contracts.CodeBinding;
import org.countersign.contracts.SelfCertifyingId;

/** How status lists come into being and change. Every rule is a named sentence. */
public final class CredentialStatusListContract implements Contract {
    /** The contract's name on the ledger. */
    public static final String ID = CredentialStatusListContract.class.getName();

    /** Unknown and mixed commands are refused. */
    public static final String ONE_COMMAND =
            "A transaction with a status list has exactly one command, Open, Withdraw or Reinstate.";
    /** Opening consumes nothing. */
    public static final String OPEN_SHAPE = "Open has no inputs and one output, the status list.";
    /** A change is one state for one state. */
    public static final String CHANGE_SHAPE = "Withdraw and Reinstate have one input and one output, both the list.";
    /** A list in another's name gets another identifier. */
    public static final String SELF_CERTIFYING =
            "An opened status list's identifier is the digest of its provider, number and size.";
    /** Lists are counted from one. */
    public static final String NUMBERED = "A status list's number is at least 1.";
    /** Large enough to hide one credential among others, small enough to be unpacked by every node. */
    public static final String BOUNDED_SIZE =
            "A status list has room for 1,024 to 1,048,576 credentials, a multiple of four.";
    /** Nobody is born suspended. */
    public static final String OPENED_VALID = "An opened status list is at version 1, and nothing in it is withdrawn.";
    /** Nobody else withdraws. */
    public static final String PROVIDER_SIGNS = "The only signer is the provider.";
    /** What a list is cannot change. */
    public static final String SAME_LIST = "A changed status list keeps its identifier, provider, number and size.";
    /** Versions follow one another. */
    public static final String NEXT_VERSION = "A changed status list is one version later.";
    /** Bytes that no two nodes would read differently. */
    public static final String WELL_FORMED =
            "A status list's bytes are one ZLIB stream of exactly its size, with no other values than valid, revoked"
                    + " and suspended.";
    /** What is revoked stays so, and nothing gets valid on the quiet. */
    public static final String ONLY_WITHDRAWN =
            "Withdraw makes valid credentials suspended or revoked and suspended ones revoked, and nothing else.";
    /** What is revoked stays so. */
    public static final String ONLY_REINSTATED = "Reinstate makes suspended credentials valid, and nothing else.";
    /** A version that says the same is none. */
    public static final String SOMETHING_CHANGES = "A changed status list differs in at least one credential.";

    private static final int SMALLEST = 1_024;
    private static final int LARGEST = 1_048_576;
    private static final int IN_A_BYTE = 4;

    @Override
    public void verify(LedgerTransaction tx) {
        CodeBinding.verify(tx);
        check(ONE_COMMAND, tx.getCommands().size() == 1);
        CommandWithParties<?> command = tx.getCommands().get(0);
        if (command.getValue().getClass() == CredentialStatusListCommand.Open.class) {
            verifyOpen(tx, command);
        } else if (command.getValue().getClass() == CredentialStatusListCommand.Withdraw.class) {
            verifyChange(tx, command, false);
        } else if (command.getValue().getClass() == CredentialStatusListCommand.Reinstate.class) {
            verifyChange(tx, command, true);
        } else {
            throw broken(ONE_COMMAND);
        }
    }

    private static void verifyOpen(LedgerTransaction tx, CommandWithParties<?> command) {
        List<CredentialStatusListState> outputs = tx.outputsOfType(CredentialStatusListState.class);
        check(OPEN_SHAPE, tx.getInputs().isEmpty() && tx.getOutputs().size() == 1 && outputs.size() == 1);
        CredentialStatusListState list = outputs.get(0);
        check(NUMBERED, list.getNumber() >= 1);
        check(BOUNDED_SIZE, list.getSize() >= SMALLEST && list.getSize() <= LARGEST && list.getSize() % IN_A_BYTE == 0);
        check(
                SELF_CERTIFYING,
                SelfCertifyingId.same(
                        list.getLinearId(),
                        CredentialStatusListState.foundingId(list.getProvider(), list.getNumber(), list.getSize())));
        check(
                OPENED_VALID,
                list.getVersion() == 1 && statuses(list).equals(CredentialStatuses.allValid(list.getSize())));
        verifySigner(command, list);
    }

    private static void verifyChange(LedgerTransaction tx, CommandWithParties<?> command, boolean reinstates) {
        List<CredentialStatusListState> inputs = tx.inputsOfType(CredentialStatusListState.class);
        List<CredentialStatusListState> outputs = tx.outputsOfType(CredentialStatusListState.class);
        check(
                CHANGE_SHAPE,
                tx.getInputs().size() == 1 && tx.getOutputs().size() == 1 && inputs.size() == 1 && outputs.size() == 1);
        CredentialStatusListState before = inputs.get(0);
        CredentialStatusListState after = outputs.get(0);
        check(
                SAME_LIST,
                SelfCertifyingId.same(before.getLinearId(), after.getLinearId())
                        && before.getProvider().equals(after.getProvider())
                        && before.getProvider()
                                .getName()
                                .equals(after.getProvider().getName())
                        && before.getNumber() == after.getNumber()
                        && before.getSize() == after.getSize());
        check(NEXT_VERSION, after.getVersion() == Math.addExact(before.getVersion(), 1));
        verifyStatuses(statuses(before), statuses(after), reinstates);
        verifySigner(command, before);
    }

    private static void verifyStatuses(CredentialStatuses before, CredentialStatuses after, boolean reinstates) {
        boolean changed = false;
        for (int index = 0; index < before.size(); index++) {
            CredentialStatus from = before.get(index);
            CredentialStatus to = after.get(index);
            if (from != to) {
                changed = true;
                if (reinstates) {
                    check(ONLY_REINSTATED, from == CredentialStatus.SUSPENDED && to == CredentialStatus.VALID);
                } else {
                    check(
                            ONLY_WITHDRAWN,
                            from == CredentialStatus.VALID
                                    || from == CredentialStatus.SUSPENDED && to == CredentialStatus.REVOKED);
                }
            }
        }
        check(SOMETHING_CHANGES, changed);
    }

    private static CredentialStatuses statuses(CredentialStatusListState list) {
        try {
            return list.read();
        } catch (IllegalArgumentException malformed) {
            throw broken(WELL_FORMED);
        }
    }

    private static void verifySigner(CommandWithParties<?> command, CredentialStatusListState list) {
        check(
                PROVIDER_SIGNS,
                command.getSigners().size() == 1
                        && command.getSigners().contains(list.getProvider().getOwningKey()));
    }
}
