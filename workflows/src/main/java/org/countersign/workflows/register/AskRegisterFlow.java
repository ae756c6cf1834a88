package org.countersign.workflows.register;

import co.paralleluniverse.fibers.Suspendable;
import java.util.Collections;
import java.util.List;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.identity.Party;
import org.countersign.contracts.ownership.RegisterRoots;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.register.RegisterQuery.Wanted;

/**
 * Asks one registrar about its register of one security. What is done with the answers is up to the flows that extend
 * this one; they run beside the flow that needs the result, for the registrar may be down.
 *
 * <p>Steps: any number of queries, each answered by the registrar; at last the word that nothing more is wanted.
 * Nothing that comes is believed: ids have to come in their order and in pages of bounded size, transactions prove
 * themselves. Fails if the registrar refuses, or answers what no honest one does.
 *
 * @param <A> what the asking leads to
 */
abstract class AskRegisterFlow<A> extends FlowLogic<A> {
    private final Party registrar;
    private final SecureHash security;

    AskRegisterFlow(Party registrar, SecureHash security) {
        this.registrar = registrar;
        this.security = security;
    }

    @Suspendable
    @Override
    public final A call() throws FlowException {
        FlowSession session = initiateFlow(registrar);
        A result = ask(session);
        session.send(new RegisterQuery(security, Wanted.NOTHING, null, Collections.emptyList()));
        return result;
    }

    /** Asks what there is to ask. */
    @Suspendable
    abstract A ask(FlowSession session) throws FlowException;

    Party registrar() {
        return registrar;
    }

    SecureHash security() {
        return security;
    }

    /** The registrar's roots, whatever they are worth. */
    @Suspendable
    final RegisterRoots roots(FlowSession session) throws FlowException {
        return session.sendAndReceive(
                        RegisterRoots.class, new RegisterQuery(security, Wanted.ROOTS, null, Collections.emptyList()))
                .unwrap(received -> received);
    }

    /** The next page of the registrar's ids, in order and none twice. */
    @Suspendable
    final List<SecureHash> ids(FlowSession session, SecureHash after) throws FlowException {
        List<SecureHash> received = session.sendAndReceive(
                        RegisterPage.class, new RegisterQuery(security, Wanted.IDS, after, Collections.emptyList()))
                .unwrap(answer -> answer.getTransactions());
        if (received.size() > RegisterQuery.MOST_IDS) {
            throw misbehaved(
                    "named " + received.size() + " transactions at once; " + RegisterQuery.MOST_IDS + " are taken");
        }
        SecureHash last = after;
        for (SecureHash id : received) {
            if (!(id instanceof SecureHash.SHA256)) {
                throw misbehaved("named a transaction that is none");
            }
            if (last != null && last.toString().compareTo(id.toString()) >= 0) {
                throw misbehaved("named transactions out of their order");
            }
            last = id;
        }
        return received;
    }

    /** The failure that says what the registrar did. */
    final WorkflowException misbehaved(String what) {
        return new WorkflowException(
                registrar.getName().getOrganisation() + " " + what + ".",
                "Nothing of it was taken; report it to the governance of the network.");
    }
}
