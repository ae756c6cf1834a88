package org.countersign.workflows.holding;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;

/**
 * The talk in which one party announces an issue or a redemption and has the other sign it. A flow of its own, so that
 * the flow that needs the signature can give it up.
 *
 * <p>Steps: send the terms; send the transaction; receive the signature of the counterparty's legal identity. The two
 * kinds are initiating flows of their own, since each has its own answering side.
 */
abstract class HoldingChangeAgreement extends FlowLogic<SignedTransaction> {
    private final Party counterparty;
    private final HoldingChangeTerms terms;
    private final SignedTransaction signed;

    HoldingChangeAgreement(Party counterparty, HoldingChangeTerms terms, SignedTransaction signed) {
        this.counterparty = counterparty;
        this.terms = terms;
        this.signed = signed;
    }

    @Suspendable
    @Override
    public final SignedTransaction call() throws FlowException {
        FlowSession session = initiateFlow(counterparty);
        session.send(terms);
        return subFlow(new PartySignature.Request(session, signed, counterparty.getOwningKey()));
    }
}
