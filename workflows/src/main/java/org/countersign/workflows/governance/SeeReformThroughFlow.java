package org.countersign.workflows.governance;

import co.paralleluniverse.fibers.Suspendable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.validation.AwaitedTransaction;

/**
 * What a member of the ending epoch does after it has signed a reform: it waits for the next epoch, and if that does
 * not come, finds out whether the proposer has it notarised and keeps it to itself. Inline.
 *
 * <p>Steps: wait until the transaction is recorded here or its time-window has closed, the members one after another;
 * collect the signatures again; ask the notary. A notary does not notarise after the time-window, but signs again what
 * it has notarised before: so a reform that was given up in time stays given up, and one that was notarised is
 * published.
 */
final class SeeReformThroughFlow extends FlowLogic<Void> {
    private final ReformOffer offer;
    private final SignedTransaction reform;
    private final CommitteeState before;
    private final Party proposer;

    SeeReformThroughFlow(ReformOffer offer, SignedTransaction reform, CommitteeState before, Party proposer) {
        this.offer = offer;
        this.reform = reform;
        this.before = before;
        this.proposer = proposer;
    }

    @Suspendable
    @Override
    public Void call() throws FlowException {
        Instant until = reform.getTx().getTimeWindow().getUntilTime();
        if (!getServiceHub().getClock().instant().isBefore(until)) {
            // Whoever asks so late is seeing it through already.
            return null;
        }
        Duration turn = WorkflowSettings.of(getServiceHub()).agreementTimeout().multipliedBy(place());
        boolean published = await(new AwaitedTransaction(getServiceHub(), reform.getId(), until.plus(turn)));
        if (!published && isCurrent()) {
            complete();
        }
        return null;
    }

    private int place() {
        int place = 0;
        for (CommitteeMember member : before.getTerms().getMembers()) {
            if (member.getParty().equals(getOurIdentity())) {
                return place;
            }
            if (!member.getParty().equals(proposer)) {
                place++;
            }
        }
        return place;
    }

    private boolean isCurrent() {
        return Committees.named(getServiceHub(), before.getName()).stream()
                .anyMatch(known -> known.getRef().equals(offer.getEnding()));
    }

    @Suspendable
    private void complete() throws FlowException {
        CommitteeState after = (CommitteeState) reform.getTx().getOutput(0);
        ReformConsents consents = new ReformConsents(offer, before, after);
        SignedTransaction own = ReformConsents.signed(getServiceHub(), reform, consents.keysOf(getOurIdentity()));
        ReformRound.Replies<List<TransactionSignature>> replies = await(consents.round(getServiceHub(), own));
        if (!replies.isComplete()) {
            getLogger().info("The reform {} has not come, and is not agreed: {}", reform.getId(), replies.obstacles());
            return;
        }
        try {
            subFlow(new ConcludeReformFlow(ReformConsents.with(own, replies), before.getName()));
            getLogger()
                    .warn(
                            "The reform {} was notarised and kept back by {}; it is published now.",
                            reform.getId(),
                            proposer);
        } catch (WorkflowException refused) {
            getLogger().info("The reform {} has not come, and never will: {}", reform.getId(), refused.getMessage());
        }
    }
}
