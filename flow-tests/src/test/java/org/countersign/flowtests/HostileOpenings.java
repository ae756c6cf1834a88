package org.countersign.flowtests;

import co.paralleluniverse.fibers.Suspendable;
import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.ReceiveStateAndRefFlow;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.serialization.CordaSerializable;
import net.corda.testing.node.StartedMockNode;
import org.countersign.oracles.validation.RequestAttestationFlowHandler;
import org.countersign.workflows.definition.RequestDefinitionFlow;
import org.countersign.workflows.governance.FormCommitteeFlow;
import org.countersign.workflows.holding.IssueSecurityFlow;
import org.countersign.workflows.holding.RedeemFlow;
import org.countersign.workflows.holding.TransferFlowHandler;
import org.countersign.workflows.ownership.DistributeTransactionFlow;
import org.countersign.workflows.ownership.RequestFinalityFlow;
import org.countersign.workflows.ownership.RequestVoteFlow;

/** Flows that open a conversation, play it honestly for a while, and fail the other side where it waits. */
final class HostileOpenings {
    private HostileOpenings() {}

    /** Registers the real responders for the hostile openings. */
    static void register(CountersignNetwork network) {
        for (CordaX500Name member : network.nodes().keySet()) {
            StartedMockNode node = network.node(member);
            node.registerInitiatedFlow(ToBuyer.class, TransferFlowHandler.class);
            node.registerInitiatedFlow(ToHolder.class, IssueSecurityFlow.Handler.class);
            node.registerInitiatedFlow(ToIssuer.class, RedeemFlow.Handler.class);
            node.registerInitiatedFlow(ToRecipient.class, DistributeTransactionFlow.Handler.class);
        }
        for (CordaX500Name authority : CountersignNetwork.AUTHORITIES) {
            StartedMockNode node = network.node(authority);
            node.registerInitiatedFlow(ToAuthority.class, RequestAttestationFlowHandler.class);
            node.registerInitiatedFlow(ToFinaliser.class, RequestFinalityFlow.Handler.class);
            node.registerInitiatedFlow(ToVoter.class, RequestVoteFlow.Handler.class);
            node.registerInitiatedFlow(ToRegistrar.class, RequestDefinitionFlow.Handler.class);
            node.registerInitiatedFlow(ToMember.class, FormCommitteeFlow.Handler.class);
        }
    }

    /** In a list of messages: something that is to be received there. */
    @CordaSerializable
    enum Await {
        /** Any one message. */
        MESSAGE,
        /** States with their history. */
        STATES
    }

    /** Opens, sends and receives what honest members would, and lapses. */
    abstract static class Opening extends FlowLogic<Void> {
        private final Party victim;
        private final Misconduct.Manner manner;
        private final List<Object> leadUp;

        Opening(Party victim, Misconduct.Manner manner, Object... leadUp) {
            this.victim = victim;
            this.manner = manner;
            this.leadUp = new ArrayList<>(Arrays.asList(leadUp));
        }

        @Suspendable
        @Override
        public Void call() throws FlowException {
            FlowSession session = initiateFlow(victim);
            // The other side has begun when this is answered.
            session.getCounterpartyFlowInfo();
            for (Object step : leadUp) {
                if (step == Await.MESSAGE) {
                    session.receive(Object.class);
                } else if (step == Await.STATES) {
                    subFlow(new ReceiveStateAndRefFlow<FungibleToken>(session));
                } else {
                    session.send(step);
                }
            }
            switch (manner) {
                case END:
                    return null;
                case THROW_LATER:
                    throw new FlowException("We changed our mind.");
                case WRONG_TYPE:
                    session.send("This is no message.");
                    session.receive(String.class);
                    return null;
                default:
                    session.receive(String.class);
                    return null;
            }
        }
    }

    /** A seller. */
    @InitiatingFlow
    static final class ToBuyer extends Opening {
        ToBuyer(Party victim, Misconduct.Manner manner, Object... leadUp) {
            super(victim, manner, leadUp);
        }
    }

    /** An issuer. */
    @InitiatingFlow
    static final class ToHolder extends Opening {
        ToHolder(Party victim, Misconduct.Manner manner, Object... leadUp) {
            super(victim, manner, leadUp);
        }
    }

    /** A holder who redeems. */
    @InitiatingFlow
    static final class ToIssuer extends Opening {
        ToIssuer(Party victim, Misconduct.Manner manner, Object... leadUp) {
            super(victim, manner, leadUp);
        }
    }

    /** A registrar with a delivery. */
    @InitiatingFlow
    static final class ToRecipient extends Opening {
        ToRecipient(Party victim, Misconduct.Manner manner, Object... leadUp) {
            super(victim, manner, leadUp);
        }
    }

    /** A proposer who wants an attestation. */
    @InitiatingFlow
    static final class ToAuthority extends Opening {
        ToAuthority(Party victim, Misconduct.Manner manner, Object... leadUp) {
            super(victim, manner, leadUp);
        }
    }

    /** A proposer who wants finality. */
    @InitiatingFlow
    static final class ToFinaliser extends Opening {
        ToFinaliser(Party victim, Misconduct.Manner manner, Object... leadUp) {
            super(victim, manner, leadUp);
        }
    }

    /** A registrar who wants a vote. */
    @InitiatingFlow
    static final class ToVoter extends Opening {
        ToVoter(Party victim, Misconduct.Manner manner, Object... leadUp) {
            super(victim, manner, leadUp);
        }
    }

    /** A member who asks for definitions. */
    @InitiatingFlow
    static final class ToRegistrar extends Opening {
        ToRegistrar(Party victim, Misconduct.Manner manner, Object... leadUp) {
            super(victim, manner, leadUp);
        }
    }

    /** A founder of a committee. */
    @InitiatingFlow
    static final class ToMember extends Opening {
        ToMember(Party victim, Misconduct.Manner manner, Object... leadUp) {
            super(victim, manner, leadUp);
        }
    }
}
