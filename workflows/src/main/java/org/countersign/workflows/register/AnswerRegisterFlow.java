package org.countersign.workflows.register;

import co.paralleluniverse.fibers.Suspendable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.SendTransactionFlow;
import net.corda.core.identity.Party;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.register.RegisterQuery.Wanted;

/**
 * Answers questions about the register of a security: everything to the other registrars of its committee, the roots to
 * the committee's observers too, who can compare what they recorded with them. Anybody else is refused, and does not
 * learn whether there is such a security. Pages are bounded, and so is the number of questions in one session.
 */
abstract class AnswerRegisterFlow extends FlowLogic<Void> {
    private static final int MOST_QUERIES = 2_500;

    private final FlowSession session;
    private final Set<Wanted> answered;

    AnswerRegisterFlow(FlowSession session, Wanted first, Wanted second) {
        this.session = session;
        this.answered = EnumSet.of(first, second);
    }

    @Suspendable
    @Override
    public final Void call() throws FlowException {
        for (int number = 0; number < MOST_QUERIES; number++) {
            RegisterQuery query = session.receive(RegisterQuery.class).unwrap(received -> received);
            if (query.getWanted() == Wanted.NOTHING) {
                return null;
            }
            checkAccess(query);
            answer(query);
        }
        throw new WorkflowException(
                "More than " + MOST_QUERIES + " questions about a register are not answered at once.", "Ask again.");
    }

    @Suspendable
    private void answer(RegisterQuery query) throws FlowException {
        switch (query.getWanted()) {
            case ROOTS:
                session.send(await(new ReadRoots(getServiceHub(), query.getSecurity())));
                return;
            case IDS:
                session.send(new RegisterPage(new HoldersRegister(getServiceHub())
                        .table()
                        .transactions(query.getSecurity(), query.getAfter(), RegisterQuery.MOST_IDS)));
                return;
            default:
                send(query);
        }
    }

    @Suspendable
    private void send(RegisterQuery query) throws FlowException {
        List<SecureHash> asked = query.getTransactions();
        if (asked.size() > RegisterQuery.MOST_TRANSACTIONS) {
            throw new WorkflowException(
                    asked.size() + " transactions were asked for at once; " + RegisterQuery.MOST_TRANSACTIONS
                            + " are sent.",
                    "Ask for fewer.");
        }
        Set<SecureHash> known = new HoldersRegister(getServiceHub()).table().known(query.getSecurity(), asked);
        if (!known.containsAll(asked)) {
            throw new WorkflowException(
                    "A transaction was asked for that does not concern the security.",
                    "Ask for those that were named.");
        }
        for (SecureHash id : asked) {
            subFlow(new SendTransactionFlow(
                    session, getServiceHub().getValidatedTransactions().getTransaction(id)));
        }
    }

    private void checkAccess(RegisterQuery query) throws FlowException {
        Party asking = session.getCounterparty();
        CommitteeState committee = RegisterSeats.registrars(getServiceHub(), query.getSecurity())
                .filter(known -> RegisterSeats.isRegistrar(known, getOurIdentity()))
                .orElse(null);
        boolean allowed = answered.contains(query.getWanted())
                && committee != null
                && (RegisterSeats.isRegistrar(committee, asking)
                        || query.getWanted() == Wanted.ROOTS
                                && (RegisterSeats.keeps(committee, asking)
                                        || RegisterSeats.observes(getServiceHub(), query.getSecurity(), asking)));
        if (!allowed) {
            throw new WorkflowException(
                    getOurIdentity().getName().getOrganisation()
                            + " answers questions about a register to registrars of the same security only.",
                    "Ask as a registrar of the security, or as its regulator for the roots.");
        }
    }
}
