package org.countersign.flowtests;

import co.paralleluniverse.fibers.Suspendable;
import java.util.ArrayList;
import java.util.List;
import net.corda.core.crypto.SecureHash;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.SendTransactionFlow;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.ownership.RegisterRoots;
import org.countersign.workflows.register.CompareRegisterFlow;
import org.countersign.workflows.register.FetchTransactionsFlow;
import org.countersign.workflows.register.RegisterPage;
import org.countersign.workflows.register.RegisterQuery;
import org.countersign.workflows.register.RegisterQuery.Wanted;

/** A registrar that is asked about its register, and lies. */
abstract class LyingRegistrar extends Misconduct.Responder {
    /** What it names as the transactions of its register, and sends when it is asked for one. */
    static volatile List<SecureHash> named = new ArrayList<>();
    /** What it sends whatever it is asked for. */
    static volatile SignedTransaction sent;

    private static final int PAGES = 10;

    LyingRegistrar(FlowSession session) {
        super(session);
    }

    @Suspendable
    @Override
    void misbehave(Misconduct.Manner manner) throws FlowException {
        for (int number = 0; number < 2 * PAGES; number++) {
            RegisterQuery query = session.receive(RegisterQuery.class).unwrap(received -> received);
            if (query.getWanted() == Wanted.NOTHING) {
                return;
            }
            if (manner == Misconduct.Manner.STALL) {
                stall();
            }
            if (query.getWanted() == Wanted.ROOTS) {
                session.send(new RegisterRoots(
                        SecureHash.sha256("lie"), SecureHash.sha256("lie"), named.size(), named.size()));
            } else if (query.getWanted() == Wanted.IDS) {
                session.send(page(manner, query.getAfter()));
            } else {
                send(manner);
            }
        }
    }

    /** One that is asked to compare. */
    static final class Comparing extends LyingRegistrar {
        Comparing(FlowSession session) {
            super(session);
        }

        @Override
        FlowLogic<?> real() {
            return new CompareRegisterFlow.Handler(session);
        }
    }

    /** One that is asked for transactions. */
    static final class Serving extends LyingRegistrar {
        Serving(FlowSession session) {
            super(session);
        }

        @Override
        FlowLogic<?> real() {
            return new FetchTransactionsFlow.Handler(session);
        }
    }

    private static RegisterPage page(Misconduct.Manner manner, SecureHash after) {
        switch (manner) {
            case REFUSE:
                // Pages without end, each in order behind the one before.
                return endless(after);
            case CRY_STALE:
                // One page that is far too long.
                List<SecureHash> many = new ArrayList<>(endless(null).getTransactions());
                many.addAll(endless(many.get(many.size() - 1)).getTransactions());
                return new RegisterPage(many);
            case THROW_LATER:
                // The same page again and again.
                return endless(null);
            default:
                return new RegisterPage(after == null ? named : new ArrayList<>());
        }
    }

    private static RegisterPage endless(SecureHash after) {
        long start = after == null ? 0 : Long.parseLong(after.toString().substring(0, 12), 16);
        List<SecureHash> ids = new ArrayList<>();
        for (int number = 1; number <= RegisterQuery.MOST_IDS; number++) {
            ids.add(SecureHash.create(String.format("%012X", start + number)
                    + SecureHash.sha256("rest").toString().substring(12)));
        }
        return new RegisterPage(ids);
    }

    @Suspendable
    private void send(Misconduct.Manner manner) throws FlowException {
        SignedTransaction transaction = sent;
        if (manner == Misconduct.Manner.FORGE_FINALITY) {
            List<TransactionSignature> signatures = new ArrayList<>(sent.getSigs());
            signatures.removeIf(
                    signature -> signature.getBy().equals(sent.getNotary().getOwningKey()));
            transaction = new SignedTransaction(sent.getTxBits(), signatures);
        }
        subFlow(new SendTransactionFlow(session, transaction));
    }
}
