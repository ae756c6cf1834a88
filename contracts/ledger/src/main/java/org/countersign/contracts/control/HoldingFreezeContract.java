package org.countersign.contracts.control;

import static org.countersign.contracts.Rules.broken;
import static org.countersign.contracts.Rules.check;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.corda.core.contracts.CommandWithParties;
import net.corda.core.contracts.Contract;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.identity.Party;
import net.corda.core.transactions.LedgerTransaction;
import org.countersign.contracts.CodeBinding;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.validation.Attest;

/** How freezes of holdings come into being and end. Every rule is a named sentence. */
public final class HoldingFreezeContract implements Contract {
    /** The contract's name on the ledger. */
    public static final String ID = HoldingFreezeContract.class.getName();

    /** Unknown and mixed commands are refused. */
    public static final String ONE_COMMAND =
            "A transaction with a freeze of a holding has exactly one command Freeze or Release, and attestations.";
    /** Freezing moves nothing. */
    public static final String FREEZE_SHAPE = "Freeze has no inputs and one output, the freeze.";
    /** A release moves nothing and leaves nothing. */
    public static final String RELEASE_SHAPE = "Release has one input, the freeze, and no outputs.";
    /** What stands on the ledger is what was ordered and attested. */
    public static final String AS_ORDERED =
            "A freeze is what its command orders, with the registrars' committee as its registrars.";
    /** Of a security there is nothing less than none. */
    public static final String COUNTABLE_QUANTITY = "A frozen quantity is not negative; zero is everything.";
    /** A lost key must not receive anything any more. */
    public static final String LOST_KEY_WHOLE = "A freeze because of a lost key is of everything.";
    /** An order to release one freeze does not end another. */
    public static final String RELEASE_NAMES_FREEZE =
            "A release ends the freeze that its command names, of its security and holder.";

    @Override
    public void verify(LedgerTransaction tx) {
        CodeBinding.verify(tx);
        CommandWithParties<?> command = onlyCommand(tx);
        if (command.getValue().getClass() == ControlCommand.Freeze.class) {
            verifyFreeze(tx, (ControlCommand.Freeze) command.getValue(), command.getSigners());
        } else if (command.getValue().getClass() == ControlCommand.Release.class) {
            verifyRelease(tx, (ControlCommand.Release) command.getValue(), command.getSigners());
        } else {
            throw broken(ONE_COMMAND);
        }
    }

    private static CommandWithParties<?> onlyCommand(LedgerTransaction tx) {
        List<CommandWithParties<?>> others = new ArrayList<>();
        for (CommandWithParties<?> command : tx.getCommands()) {
            if (!(command.getValue() instanceof Attest)) {
                others.add(command);
            }
        }
        check(ONE_COMMAND, others.size() == 1);
        return others.get(0);
    }

    private static void verifyFreeze(LedgerTransaction tx, ControlCommand.Freeze command, List<PublicKey> signers) {
        List<HoldingFreezeState> outputs = tx.outputsOfType(HoldingFreezeState.class);
        check(FREEZE_SHAPE, tx.getInputs().isEmpty() && tx.getOutputs().size() == 1 && outputs.size() == 1);
        check(COUNTABLE_QUANTITY, command.getQuantity() >= 0);
        check(LOST_KEY_WHOLE, command.getOrder().getReason() != ControlReason.LOST_KEY || command.getQuantity() == 0);
        StateAndRef<SecurityDefinitionState> definition = ControlRules.verify(tx, command, signers);
        List<Party> registrars = ControlRules.registrars(tx, definition.getRef()).getTerms().getMembers().stream()
                .map(CommitteeMember::getParty)
                .collect(Collectors.toList());
        check(AS_ORDERED, outputs.get(0).equals(HoldingFreezeState.of(command, registrars)));
    }

    private static void verifyRelease(LedgerTransaction tx, ControlCommand.Release command, List<PublicKey> signers) {
        List<HoldingFreezeState> inputs = tx.inputsOfType(HoldingFreezeState.class);
        check(
                RELEASE_SHAPE,
                tx.getInputs().size() == 1
                        && inputs.size() == 1
                        && tx.getOutputs().isEmpty());
        HoldingFreezeState freeze = inputs.get(0);
        check(
                RELEASE_NAMES_FREEZE,
                SelfCertifyingId.same(freeze.getLinearId(), command.getFreeze())
                        && freeze.concerns(command.getSecurity(), command.getHolder()));
        ControlRules.verify(tx, command, signers);
    }
}
