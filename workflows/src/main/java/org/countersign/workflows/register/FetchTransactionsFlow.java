package org.countersign.workflows.register;

import co.paralleluniverse.fibers.Suspendable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.corda.core.contracts.Command;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;
import net.corda.core.node.StatesToRecord;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.WireTransaction;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.ownership.RegisterException;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
import org.countersign.workflows.ReceiveFinalFlow;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.register.RegisterQuery.Wanted;

/**
 * Fetches from one registrar some of the transactions that this registrar's own register of a security lacks.
 *
 * <p>Steps: ask for a page of ids; see which of them are lacking here; ask for those, at most
 * {@value RegisterQuery#MOST_TRANSACTIONS}; verify each with its back-chain and record it in full, which enters it in
 * the register. A transaction is taken only if it is the one that was asked for, has all signatures that it needs, the
 * quorum of the security's registrars and the notary's among them, and concerns the security. One that does not ends
 * the flow, so a registrar that names what it cannot show gets no further.
 */
@InitiatingFlow
@StartableByService
public final class FetchTransactionsFlow extends AskRegisterFlow<FetchTransactionsFlow.Fetched> {
    private final SecureHash after;

    /**
     * Creates the flow.
     *
     * @param registrar from whom
     * @param security the digest in the identifier of the security's definition
     * @param after the id up to which everything was looked at, or null to begin
     */
    public FetchTransactionsFlow(Party registrar, SecureHash security, SecureHash after) {
        super(registrar, security);
        this.after = after;
    }

    @Suspendable
    @Override
    Fetched ask(FlowSession session) throws FlowException {
        List<SecureHash> page = ids(session, after);
        List<SecureHash> lacking = new ArrayList<>(page);
        Set<SecureHash> known = new HoldersRegister(getServiceHub()).table().known(security(), page);
        lacking.removeIf(known::contains);
        List<SecureHash> wanted =
                new ArrayList<>(lacking.subList(0, Math.min(lacking.size(), RegisterQuery.MOST_TRANSACTIONS)));
        if (!wanted.isEmpty()) {
            session.send(new RegisterQuery(security(), Wanted.TRANSACTIONS, null, wanted));
            for (SecureHash id : wanted) {
                subFlow(new ReceiveRegistered(session, security(), id));
            }
        }
        if (lacking.size() > wanted.size()) {
            return new Fetched(wanted.size(), wanted.get(wanted.size() - 1));
        }
        boolean last = page.size() < RegisterQuery.MOST_IDS;
        return new Fetched(wanted.size(), last ? null : page.get(page.size() - 1));
    }

    /** How far a fetch has come. */
    public static final class Fetched {
        private final int received;
        private final SecureHash next;

        private Fetched(int received, SecureHash next) {
            this.received = received;
            this.next = next;
        }

        /** How many transactions were received. */
        public int getReceived() {
            return received;
        }

        /** The id from which on to go on, or null if there is nothing more. */
        public SecureHash getNext() {
            return next;
        }
    }

    /** The side of the registrar that is asked. */
    @InitiatedBy(FetchTransactionsFlow.class)
    public static final class Handler extends AnswerRegisterFlow {
        /**
         * Created by the node.
         *
         * @param session with whoever asks
         */
        public Handler(FlowSession session) {
            super(session, Wanted.IDS, Wanted.TRANSACTIONS);
        }
    }

    /** Receives one transaction of the register, and records it only if it is what was asked for. */
    private static final class ReceiveRegistered extends ReceiveFinalFlow {
        private final SecureHash security;
        private final SecureHash wanted;

        private ReceiveRegistered(FlowSession session, SecureHash security, SecureHash wanted) {
            super(session, StatesToRecord.ALL_VISIBLE);
            this.security = security;
            this.wanted = wanted;
        }

        @Override
        protected void check(SignedTransaction stx, FlowSession sender) throws FlowException {
            if (!stx.getId().equals(wanted)) {
                throw refused("sent the transaction " + stx.getId() + " where " + wanted + " was asked for", sender);
            }
            if (!(stx.getCoreTransaction() instanceof WireTransaction) || !attestedByRegistrars(stx)) {
                throw refused(
                        "sent the transaction " + wanted + ", which the security's registrars did not attest", sender);
            }
            try {
                boolean concerns = new LedgerEntries(getServiceHub())
                        .of(stx).stream().anyMatch(entry -> entry.getSecurity().equals(security));
                if (!concerns) {
                    throw refused("sent the transaction " + wanted + ", which does not move the security", sender);
                }
                new HoldersRegister(getServiceHub()).check(stx);
            } catch (RegisterException broken) {
                throw refused("sent a transaction that does not fit: " + broken.getMessage(), sender);
            }
        }

        // That the quorum signed was verified with all other signatures; this asks whose quorum it is.
        private boolean attestedByRegistrars(SignedTransaction stx) throws FlowException {
            CommitteeState registrars =
                    RegisterSeats.registrars(getServiceHub(), security).orElse(null);
            for (Command<?> command : stx.getTx().getCommands()) {
                if (registrars != null
                        && command.getValue() instanceof Attest
                        && ((Attest) command.getValue()).getAspect() == Aspect.OWNERSHIP) {
                    CommitteeState committee =
                            Committees.at(getServiceHub(), ((Attest) command.getValue()).getCommittee());
                    if (SelfCertifyingId.same(committee.getLinearId(), registrars.getLinearId())) {
                        return true;
                    }
                }
            }
            return false;
        }

        private static WorkflowException refused(String what, FlowSession sender) {
            return new WorkflowException(
                    sender.getCounterparty().getName().getOrganisation() + " " + what + ".",
                    "It is not recorded; report the registrar to the governance of the network.");
        }
    }
}
