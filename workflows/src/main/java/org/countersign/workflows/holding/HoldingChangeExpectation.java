package org.countersign.workflows.holding;

import com.r3.corda.lib.tokens.contracts.commands.TokenCommand;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import java.security.PublicKey;
import java.security.SignatureException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import net.corda.core.contracts.CommandWithParties;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.TransactionState;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.LedgerTransaction;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.compliance.VestingRule;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.validation.Attest;
import org.countersign.workflows.WorkflowSettings;

/**
 * What the counterparty of an issue or a redemption expects the transaction to be: holdings of one holder, of one
 * security, and a change of exactly the agreed amount, under one command of the agreed kind.
 */
final class HoldingChangeExpectation {
    private final Class<? extends TokenCommand> command;
    private final IssuedTokenType token;
    private final AbstractParty holder;
    private final long change;

    /**
     * Creates an expectation.
     *
     * @param change what the holder has more afterwards than before, in smallest units; negative for a redemption
     */
    HoldingChangeExpectation(
            Class<? extends TokenCommand> command, IssuedTokenType token, AbstractParty holder, long change) {
        this.command = command;
        this.token = token;
        this.holder = holder;
        this.change = change;
    }

    /** Checks a proposal that its proposer has signed with a key and that asks for one key of this node only. */
    void check(ServiceHub services, SignedTransaction proposed, PublicKey proposer, Party self) throws FlowException {
        PartySignature.checkOnlyKeys(services, proposed, self.getOwningKey());
        boolean signed = proposed.getSigs().stream()
                .anyMatch(signature -> signature.getBy().equals(proposer));
        if (!signed) {
            throw new ProposalRefusedException("The proposer has not signed its own proposal.");
        }
        WorkflowSettings settings = WorkflowSettings.of(services);
        Duration longestOpen = settings.timeWindow().plus(settings.clockTolerance());
        try {
            LedgerTransaction tx = proposed.toLedgerTransaction(services, false);
            checkStates(tx);
            checkCommands(tx);
            Instant latest = services.getClock().instant().plus(longestOpen);
            checkDates(tx);
            if (tx.getTimeWindow() == null
                    || tx.getTimeWindow().getUntilTime() == null
                    || tx.getTimeWindow().getUntilTime().isAfter(latest)) {
                throw new ProposalRefusedException(
                        "The transaction stays open longer than " + longestOpen.getSeconds() + " seconds from now.");
            }
        } catch (SignatureException wrong) {
            throw new ProposalRefusedException("A signature of the proposal is not valid: " + wrong.getMessage());
        }
    }

    private void checkStates(LedgerTransaction tx) throws ProposalRefusedException {
        long before = 0;
        for (StateAndRef<ContractState> input : tx.getInputs()) {
            before = Math.addExact(before, unitsOf(input.getState().getData()));
        }
        long after = 0;
        for (TransactionState<ContractState> output : tx.getOutputs()) {
            after = Math.addExact(after, unitsOf(output.getData()));
        }
        if (Math.subtractExact(after, before) != change) {
            throw new ProposalRefusedException("The transaction changes the holding by " + (after - before)
                    + " units; agreed were " + change + ".");
        }
    }

    // The ledger lets units count as issued later than they are, for policies that make them free in parts.
    private static void checkDates(LedgerTransaction tx) throws ProposalRefusedException {
        boolean vesting = tx.referenceInputsOfType(SecurityDefinitionState.class).stream()
                .anyMatch(security ->
                        VestingRule.in(security.getCompliancePolicy()).isPresent());
        for (SecurityToken token : tx.outputsOfType(SecurityToken.class)) {
            if (tx.getInputs().isEmpty() && !vesting && !Objects.equals(token.getIssued(), token.getAcquired())) {
                throw new ProposalRefusedException("The transaction issues units that count as issued at "
                        + token.getIssued() + ", which the security's policy does not say.");
            }
        }
    }

    private long unitsOf(ContractState state) throws ProposalRefusedException {
        if (!(state instanceof SecurityToken)) {
            throw new ProposalRefusedException(
                    "The transaction has a " + state.getClass().getSimpleName() + ", which was not agreed.");
        }
        SecurityToken held = (SecurityToken) state;
        if (!held.getIssuedTokenType().equals(token) || !held.getHolder().equals(holder)) {
            throw new ProposalRefusedException(
                    "The transaction has a holding of another security or holder than agreed.");
        }
        Quantities.checkUnits(held.getAmount());
        return held.getAmount().getQuantity();
    }

    private void checkCommands(LedgerTransaction tx) throws ProposalRefusedException {
        int matching = 0;
        for (CommandWithParties<?> found : tx.getCommands()) {
            if (found.getValue().getClass() == command) {
                matching++;
            } else if (!(found.getValue() instanceof Attest)) {
                throw new ProposalRefusedException("The transaction has a command "
                        + found.getValue().getClass().getSimpleName() + ", which was not agreed.");
            }
        }
        if (matching != 1) {
            throw new ProposalRefusedException(
                    "The transaction has " + matching + " commands " + command.getSimpleName() + "; agreed was one.");
        }
    }
}
