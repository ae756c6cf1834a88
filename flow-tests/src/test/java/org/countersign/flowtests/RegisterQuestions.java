package org.countersign.flowtests;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.identity.Party;
import org.countersign.workflows.register.RegisterQuery;

/** Questions about a register that the real flows would not ask. */
final class RegisterQuestions {
    private RegisterQuestions() {}

    /** Asks anything of the responder that compares. */
    @InitiatingFlow
    static final class AskToCompare extends Question {
        AskToCompare(Party registrar, RegisterQuery query) {
            super(registrar, query);
        }
    }

    /** Asks anything of the responder that sends transactions. */
    @InitiatingFlow
    static final class AskForTransactions extends Question {
        AskForTransactions(Party registrar, RegisterQuery query) {
            super(registrar, query);
        }
    }

    private abstract static class Question extends FlowLogic<Object> {
        private final Party registrar;
        private final RegisterQuery query;

        Question(Party registrar, RegisterQuery query) {
            this.registrar = registrar;
            this.query = query;
        }

        @Suspendable
        @Override
        public Object call() throws FlowException {
            return initiateFlow(registrar).sendAndReceive(Object.class, query).unwrap(answer -> answer);
        }
    }
}
