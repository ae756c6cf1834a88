package org.countersign.workflows.holding;

import co.paralleluniverse.fibers.Suspendable;
import java.security.PublicKey;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.AnonymousParty;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.validation.ValidationPolicy;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.identity.account.Accounts;
import org.countersign.workflows.identity.account.AskAccountFlow;
import org.countersign.workflows.identity.account.KeyAnnouncement;
import org.countersign.workflows.validation.Conversation;

/** Between which keys something moves: of the members themselves, or of clients for whom they are custodians. */
public final class TransferEnds {
    private final Party seller;
    private final PublicKey from;
    private final Party buyer;
    private final PublicKey to;

    private TransferEnds(Party seller, PublicKey from, Party buyer, PublicKey to) {
        this.seller = seller;
        this.from = from;
        this.buyer = buyer;
        this.to = to;
    }

    /**
     * The keys of the members themselves, which may be one and the same.
     *
     * @param giver who gives
     * @param taker who takes
     * @return the ends
     */
    public static TransferEnds between(Party giver, Party taker) {
        return new TransferEnds(giver, giver.getOwningKey(), taker, taker.getOwningKey());
    }

    /**
     * Finds the keys; asks the buyer for that of an account.
     *
     * @param flow the seller's flow
     * @param fromAccount name or id of an account of the seller's, or empty
     * @param buyer who receives
     * @param toAccount the id of an account of the buyer's, or empty
     * @return the ends
     * @throws FlowException if there is no such account, the buyer does not answer, or both ends are one key
     */
    @Suspendable
    public static TransferEnds find(FlowLogic<?> flow, String fromAccount, Party buyer, String toAccount)
            throws FlowException {
        ServiceHub services = flow.getServiceHub();
        Party seller = flow.getOurIdentity();
        PublicKey from = fromAccount.isEmpty()
                ? seller.getOwningKey()
                : new Accounts(services).require(fromAccount).getKey();
        PublicKey to = buyer.getOwningKey();
        if (!toAccount.isEmpty()) {
            to = buyer.equals(seller)
                    ? new Accounts(services).require(toAccount).getKey()
                    : flow.await(new Conversation<>(services, new AskAccountFlow(buyer, toAccount)))
                            .with(buyer);
        }
        if (from.equals(to)) {
            throw new WorkflowException(
                    "The buyer is the seller itself.",
                    "Name another member or account; a transfer to oneself moves nothing.");
        }
        return new TransferEnds(seller, from, buyer, to);
    }

    /** A holder as a holding names it: a member by its name, a client by its key alone. */
    static AbstractParty holder(PublicKey key, Party member) {
        return key.equals(member.getOwningKey()) ? member : new AnonymousParty(key);
    }

    /**
     * Tells those who will judge which of the keys are this node's clients'.
     *
     * @param flow the seller's flow
     * @param policy who judges
     * @throws FlowException if a committee of the policy is not known here
     */
    @Suspendable
    public void announce(FlowLogic<?> flow, ValidationPolicy policy) throws FlowException {
        if (!from.equals(seller.getOwningKey())) {
            KeyAnnouncement.make(flow, from, policy);
        }
        if (isInHouse() && !to.equals(buyer.getOwningKey())) {
            KeyAnnouncement.make(flow, to, policy);
        }
    }

    /** Whether both ends are this custodian's. */
    boolean isInHouse() {
        return seller.equals(buyer);
    }

    /** Who gives. */
    AbstractParty giver() {
        return holder(from, seller);
    }

    /** Who takes. */
    AbstractParty taker() {
        return holder(to, buyer);
    }

    /** The key that gives. */
    PublicKey from() {
        return from;
    }

    /** The key that takes. */
    PublicKey to() {
        return to;
    }

    /** The key of the client that gives, or null if the seller itself does. */
    PublicKey client() {
        return from.equals(seller.getOwningKey()) ? null : from;
    }
}
