package org.countersign.workflows.register;

import co.paralleluniverse.fibers.Suspendable;
import java.util.List;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;
import org.countersign.contracts.ownership.RegisterRoots;
import org.countersign.workflows.register.RegisterComparison.Outcome;
import org.countersign.workflows.register.RegisterQuery.Wanted;

/**
 * Compares this node's register of a security with one registrar's.
 *
 * <p>Steps: compute the own roots; ask for the other's; if they differ and this node is a registrar, ask for the ids of
 * all transactions page by page and count those that either side lacks. The other does not see the own roots first, so
 * it cannot answer with them.
 */
@InitiatingFlow
@StartableByService
public final class CompareRegisterFlow extends AskRegisterFlow<RegisterComparison> {
    private static final int MOST_PAGES = 2_000;

    private final boolean naming;

    /**
     * Creates the flow.
     *
     * @param registrar with whom
     * @param security the digest in the identifier of the security's definition
     * @param naming whether transactions may be asked for by name, which only a registrar may
     */
    public CompareRegisterFlow(Party registrar, SecureHash security, boolean naming) {
        super(registrar, security);
        this.naming = naming;
    }

    @Suspendable
    @Override
    RegisterComparison ask(FlowSession session) throws FlowException {
        RegisterRoots ours = await(new ReadRoots(getServiceHub(), security()));
        RegisterRoots theirs = roots(session);
        RegisterComparison comparison = RegisterComparison.of(registrar().getName(), ours, theirs);
        if (comparison.getOutcome() == Outcome.EQUAL || !naming) {
            return comparison;
        }
        long lackedHere = 0;
        long lackedThere = 0;
        SecureHash after = null;
        long named = 0;
        for (int number = 0; number < MOST_PAGES; number++) {
            List<SecureHash> page = ids(session, after);
            named += page.size();
            // A line has one transaction that created it, and at most one that ended it.
            if (named > 2 * theirs.getLines()) {
                throw misbehaved("named " + named + " transactions that made " + theirs.getLines() + " lines");
            }
            boolean last = page.size() < RegisterQuery.MOST_IDS;
            SecureHash end = last ? null : page.get(page.size() - 1);
            RegisterTable table = new HoldersRegister(getServiceHub()).table();
            long common = table.known(security(), page).size();
            lackedHere += page.size() - common;
            lackedThere += table.count(security(), after, end) - common;
            if (last) {
                return comparison.lacking(lackedHere, lackedThere);
            }
            after = end;
        }
        throw misbehaved("named more than " + MOST_PAGES * RegisterQuery.MOST_IDS + " transactions");
    }

    /** The side of the registrar that is asked. */
    @InitiatedBy(CompareRegisterFlow.class)
    public static final class Handler extends AnswerRegisterFlow {
        /**
         * Created by the node.
         *
         * @param session with whoever asks
         */
        public Handler(FlowSession session) {
            super(session, Wanted.ROOTS, Wanted.IDS);
        }
    }
}
