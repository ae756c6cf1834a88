package org.countersign.workflows.segment;

import co.paralleluniverse.fibers.Suspendable;
import java.util.ArrayList;
import java.util.List;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.definition.FindSecurityFlow;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.validation.Conversation;

/**
 * Orders the registrars of a security to freeze it, or to release it from a freeze that was ordered. Runs at a
 * regulator to whom the definition grants that, by its segment or by its own policy.
 *
 * <p>Steps: give the order to every registrar; have one of them carry it out by the ordinary change of status, for
 * which the quorum votes; ask the next one if it does not. The order's reference and the digest of its document stand
 * in the definition from then on, and in the journal of every registrar.
 */
@StartableByRPC
public final class OrderFreezeFlow extends FlowLogic<TransactionReceipt> {
    private final RegulatorsOrder order;

    /**
     * Creates the flow.
     *
     * @param symbol the security
     * @param target {@code FROZEN} to freeze, {@code ACTIVE} to release
     * @param reference under which the order is filed, 1 to 120 readable characters
     * @param documentHash the SHA-256 digest of the order's document
     */
    public OrderFreezeFlow(String symbol, SecurityStatus target, String reference, SecureHash documentHash) {
        this.order = new RegulatorsOrder(symbol, target, reference, documentHash);
    }

    @Suspendable
    @Override
    public TransactionReceipt call() throws FlowException {
        if (!order.isComplete()) {
            throw new WorkflowException(
                    "An order has a reference and a document.",
                    "Give the reference in 1 to 120 readable characters and the SHA-256 digest of the document.");
        }
        SecurityDefinitionState definition = subFlow(new FindSecurityFlow(order.getSymbol()));
        if (definition.getStatus() == order.getTarget()) {
            throw new WorkflowException(
                    order.getSymbol() + " is " + order.getTarget() + " already: " + definition.getStatusReason(),
                    "Nothing is to be done.");
        }
        if (!OrderRights.mayOrder(getServiceHub(), definition, getOurIdentity())) {
            throw new WorkflowException(
                    "The definition of " + order.getSymbol() + " grants "
                            + getOurIdentity().getName().getOrganisation() + " no order to freeze it.",
                    "Its segment, or its own policy, has to grant it.");
        }
        List<Party> registrars = registrars(definition);
        await(new OrderRound(getServiceHub(), order, registrars));
        List<String> obstacles = new ArrayList<>();
        for (Party registrar : registrars) {
            TransactionReceipt receipt = carryOut(registrar, obstacles);
            if (receipt != null) {
                return receipt;
            }
        }
        throw new WorkflowException(
                "No registrar has carried the order out. " + String.join(" ", obstacles),
                "The registrars have it; give it again when enough of them are up.");
    }

    @Suspendable
    private TransactionReceipt carryOut(Party registrar, List<String> obstacles) {
        try {
            Conversation.Outcome<SubmitOrderFlow.Reply> outcome = await(new Conversation<>(
                    getServiceHub(),
                    new SubmitOrderFlow(registrar, order, true),
                    WorkflowSettings.of(getServiceHub()).registrarTimeout().multipliedBy(2)));
            SubmitOrderFlow.Reply reply = outcome.with(registrar);
            if (reply.getReceipt() == null) {
                obstacles.add(registrar.getName().getOrganisation() + ": " + reply.getRefusal());
            }
            return reply.getReceipt();
        } catch (FlowException failed) {
            obstacles.add(failed.getMessage());
            return null;
        }
    }

    private List<Party> registrars(SecurityDefinitionState definition) throws FlowException {
        List<Party> registrars = new ArrayList<>();
        for (CommitteeMember member : Committees.current(
                        getServiceHub(),
                        definition.getValidationPolicy().ownership().getCommittee())
                .getState()
                .getData()
                .getTerms()
                .getMembers()) {
            registrars.add(member.getParty());
        }
        return registrars;
    }
}
