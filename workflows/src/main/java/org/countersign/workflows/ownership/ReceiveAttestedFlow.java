package org.countersign.workflows.ownership;

import net.corda.core.contracts.Command;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TransactionState;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowSession;
import net.corda.core.identity.Party;
import net.corda.core.node.StatesToRecord;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.WireTransaction;
import org.countersign.contracts.control.HoldingFreezeState;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.ownership.RegisterException;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
import org.countersign.workflows.ReceiveFinalFlow;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.register.HoldersRegister;
import org.countersign.workflows.segment.SegmentRule;

/**
 * Receives one transaction of a distribution, and records it only if it fits the register and the sender is one who may
 * send it: a registrar that may attest it, or for a committee, which proves itself, anybody. Inline.
 */
final class ReceiveAttestedFlow extends ReceiveFinalFlow {
    private final boolean publicFact;

    ReceiveAttestedFlow(
            FlowSession session, StatesToRecord statesToRecord, boolean publicFact, SignedTransaction enclosed) {
        super(session, statesToRecord, enclosed);
        this.publicFact = publicFact;
    }

    @Override
    protected void check(SignedTransaction stx, FlowSession sender) throws FlowException {
        if (!(stx.getCoreTransaction() instanceof WireTransaction)) {
            throw refused(stx, "it is no ordinary transaction");
        }
        if (publicFact) {
            for (TransactionState<ContractState> output : stx.getTx().getOutputs()) {
                if (!isPublic(output.getData())) {
                    throw refused(stx, "it is announced as a public fact and is none");
                }
            }
        }
        if (!senderMaySend(stx, sender.getCounterparty())) {
            throw refused(stx, sender.getCounterparty().getName().getOrganisation() + " did not attest it");
        }
        try {
            new HoldersRegister(getServiceHub()).check(stx);
        } catch (RegisterException broken) {
            throw refused(stx, "it does not fit the register: " + broken.getMessage());
        }
    }

    private boolean senderMaySend(SignedTransaction stx, Party sender) throws FlowException {
        for (TransactionState<ContractState> output : stx.getTx().getOutputs()) {
            if (output.getData() instanceof CommitteeState) {
                // A committee is public and proves itself; whoever knows it may pass it on.
                return Committees.isTrusted(getServiceHub(), (CommitteeState) output.getData());
            }
        }
        if (!concernsSecurity(stx)) {
            return false;
        }
        for (Command<?> command : stx.getTx().getCommands()) {
            if (command.getValue() instanceof Attest && ((Attest) command.getValue()).getAspect() == Aspect.OWNERSHIP) {
                CommitteeState registrars =
                        Committees.at(getServiceHub(), ((Attest) command.getValue()).getCommittee());
                return registrars.seatOf(sender).isPresent() && Committees.isTrusted(getServiceHub(), registrars);
            }
        }
        return false;
    }

    // Only then have the ledger's rules been run, which say whose signature an attestation needs.
    private boolean concernsSecurity(SignedTransaction stx) throws FlowException {
        for (TransactionState<ContractState> output : stx.getTx().getOutputs()) {
            if (isSecurity(output.getData())) {
                return true;
            }
        }
        for (StateRef input : stx.getTx().getInputs()) {
            if (isSecurity(getServiceHub().loadState(input).getData())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSecurity(ContractState state) {
        return state instanceof SecurityToken
                || state instanceof SecurityDefinitionState
                || state instanceof HoldingFreezeState
                || SegmentRule.isSegmentFact(state);
    }

    private static boolean isPublic(ContractState state) {
        return state instanceof SecurityDefinitionState
                || state instanceof CommitteeState
                || state instanceof SegmentState;
    }

    private static WorkflowException refused(SignedTransaction stx, String why) {
        return new WorkflowException(
                "The transaction " + stx.getId() + " is not recorded: " + why + ".",
                "Only a registrar of the security distributes its transactions.");
    }
}
