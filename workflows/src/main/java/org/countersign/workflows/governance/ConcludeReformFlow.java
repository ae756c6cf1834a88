package org.countersign.workflows.governance;

import co.paralleluniverse.fibers.Suspendable;
import java.security.SignatureException;
import java.util.ArrayList;
import java.util.Collections;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.NotaryException;
import net.corda.core.flows.NotaryFlow;
import net.corda.core.node.StatesToRecord;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.ownership.DistributionRound;

/**
 * Has a reform that is fully signed notarised, records it and publishes it to every member. Inline; whoever does it,
 * and how often, makes no difference: the notary signs again what it has notarised.
 */
final class ConcludeReformFlow extends FlowLogic<Void> {
    private final SignedTransaction signed;
    private final String committee;

    /**
     * Creates the flow.
     *
     * @param signed with every signature but the notary's
     * @param committee its name
     */
    ConcludeReformFlow(SignedTransaction signed, String committee) {
        this.signed = signed;
        this.committee = committee;
    }

    @Suspendable
    @Override
    public Void call() throws FlowException {
        SignedTransaction notarised = notarise();
        getServiceHub().recordTransactions(StatesToRecord.ALL_VISIBLE, Collections.singleton(notarised));
        await(DistributionRound.publish(
                getServiceHub(), notarised, Publication.audience(getServiceHub(), getOurIdentity())));
        return null;
    }

    @Suspendable
    private SignedTransaction notarise() throws FlowException {
        try {
            signed.verifySignaturesExcept(signed.getNotary().getOwningKey());
            return signed.withAdditionalSignatures(new ArrayList<>(subFlow(new NotaryFlow.Client(signed))));
        } catch (SignatureException missing) {
            throw new WorkflowException(
                    "The members' signatures do not reform the committee: " + missing.getMessage(),
                    "Have every member of the next epoch sign with its legal identity and its attestation key.");
        } catch (NotaryException refused) {
            throw new WorkflowException(
                    "The notary refused the reform of '" + committee + "': " + refused.getMessage(),
                    "Another reform may have been faster; look at the committee and propose on its current epoch.");
        }
    }
}
