package org.countersign.workflows.validation.journal;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.crypto.DigitalSignature;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.workflows.WorkflowException;

/** Signs this node's own journal as far as it goes, once its chain was followed and holds. */
@StartableByRPC
public final class SignJournalFlow extends FlowLogic<JournalHead> {
    @Suspendable
    @Override
    public JournalHead call() throws FlowException {
        JournalVerification verification = Journal.verify(getServiceHub());
        if (verification.getProblem() != null) {
            throw new WorkflowException(
                    "The journal does not hold from entry " + verification.getBrokenAt() + " on: "
                            + verification.getProblem(),
                    "Restore the node's database from a backup, and find out who changed it.");
        }
        Party self = getOurIdentity();
        long sequence = verification.getEntries();
        SecureHash digest = verification.getHead();
        DigitalSignature.WithKey signature = getServiceHub()
                .getKeyManagementService()
                .sign(JournalHead.statement(self, sequence, digest), self.getOwningKey());
        return new JournalHead(self, sequence, digest, new OpaqueBytes(signature.getBytes()));
    }
}
