package org.countersign.flowtests;

import co.paralleluniverse.fibers.Suspendable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowSession;
import net.corda.core.identity.CordaX500Name;
import org.countersign.workflows.identity.PresentationAnswer;
import org.countersign.workflows.identity.PresentationRequest;
import org.countersign.workflows.identity.Presentations;

/** A holder who presents what a test gives it, and otherwise its own; everything that goes out is written down. */
final class PresentationResponder extends PreferredResponder {
    private static final List<Presented> PRESENTED = Collections.synchronizedList(new ArrayList<>());
    private static volatile CordaX500Name liar;
    private static volatile List<String> lies;

    private final FlowSession session;

    PresentationResponder(FlowSession session) {
        this.session = session;
    }

    /** From now on this member presents these documents, whatever it is asked for. */
    static void let(CordaX500Name member, List<String> documents) {
        lies = documents;
        liar = member;
    }

    /** From now on everybody is honest. */
    static void letNobody() {
        liar = null;
    }

    /** What has gone out so far. */
    static List<Presented> presented() {
        return new ArrayList<>(PRESENTED);
    }

    @Suspendable
    @Override
    public Void call() throws FlowException {
        PresentationRequest request = session.receive(PresentationRequest.class).unwrap(received -> received);
        CordaX500Name self = getOurIdentity().getName();
        PresentationAnswer answer = self.equals(liar)
                ? new PresentationAnswer(lies)
                : new Presentations(getServiceHub()).answer(request, session.getCounterparty());
        PRESENTED.add(new Presented(self, session.getCounterparty().getName(), answer.getDocuments()));
        session.send(answer);
        return null;
    }

    /** What one member showed another. */
    static final class Presented {
        private final CordaX500Name by;
        private final CordaX500Name to;
        private final List<String> documents;

        private Presented(CordaX500Name by, CordaX500Name to, List<String> documents) {
            this.by = by;
            this.to = to;
            this.documents = documents;
        }

        CordaX500Name by() {
            return by;
        }

        CordaX500Name to() {
            return to;
        }

        List<String> documents() {
            return documents;
        }
    }
}
