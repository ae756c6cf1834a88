package org.countersign.workflows.identity;

import co.paralleluniverse.fibers.Suspendable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.NotaryFlow;
import net.corda.core.identity.Party;
import net.corda.core.node.StatesToRecord;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;
import org.countersign.contracts.identity.CredentialStatusListCommand;
import org.countersign.contracts.identity.CredentialStatusListState;
import org.countersign.workflows.Notaries;
import org.countersign.workflows.Verification;
import org.countersign.workflows.WorkflowSettings;

/**
 * Opens a status list of this node or makes its next version. Inline.
 *
 * <p>Steps: build, sign, notarise, record, publish to every member.
 */
final class ChangeStatusListFlow extends FlowLogic<CredentialStatusListState> {
    private final StateAndRef<CredentialStatusListState> before;
    private final CredentialStatusListState after;
    private final CredentialStatusListCommand command;

    private ChangeStatusListFlow(
            StateAndRef<CredentialStatusListState> before,
            CredentialStatusListState after,
            CredentialStatusListCommand command) {
        this.before = before;
        this.after = after;
        this.command = command;
    }

    static ChangeStatusListFlow open(CredentialStatusListState list) {
        return new ChangeStatusListFlow(null, list, new CredentialStatusListCommand.Open());
    }

    static ChangeStatusListFlow change(
            StateAndRef<CredentialStatusListState> before,
            CredentialStatusListState after,
            CredentialStatusListCommand command) {
        return new ChangeStatusListFlow(before, after, command);
    }

    @Suspendable
    @Override
    public CredentialStatusListState call() throws FlowException {
        Party notary = before == null
                ? Notaries.only(getServiceHub())
                : before.getState().getNotary();
        Instant now = getServiceHub().getClock().instant();
        WorkflowSettings settings = WorkflowSettings.of(getServiceHub());
        TransactionBuilder builder = new TransactionBuilder(notary)
                .addOutputState(after)
                .addCommand(command, Collections.singletonList(getOurIdentity().getOwningKey()))
                .setTimeWindow(
                        TimeWindow.between(now.minus(settings.clockTolerance()), now.plus(settings.timeWindow())));
        if (before != null) {
            builder.addInputState(before);
        }
        Verification.verify(builder, getServiceHub());
        SignedTransaction signed =
                getServiceHub().signInitialTransaction(builder, getOurIdentity().getOwningKey());
        SignedTransaction notarised =
                signed.withAdditionalSignatures(new ArrayList<>(subFlow(new NotaryFlow.Client(signed))));
        getServiceHub().recordTransactions(StatesToRecord.ALL_VISIBLE, Collections.singleton(notarised));
        await(new PublishIdentityFactFlow.ToEverybody(getServiceHub(), getOurIdentity(), notarised));
        return after;
    }
}
