package org.countersign.workflows.holding;

import co.paralleluniverse.fibers.Suspendable;
import com.r3.corda.lib.tokens.workflows.flows.rpc.ConfidentialRedeemFungibleTokens;
import com.r3.corda.lib.tokens.workflows.flows.rpc.CreateEvolvableTokens;
import com.r3.corda.lib.tokens.workflows.flows.rpc.RedeemFungibleTokens;
import com.r3.corda.lib.tokens.workflows.flows.rpc.RedeemNonFungibleTokens;
import com.r3.corda.lib.tokens.workflows.flows.rpc.UpdateEvolvableToken;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import org.countersign.workflows.WorkflowException;

/**
 * Closes those flows of the Token SDK in which a node answers a stranger with its signature.
 *
 * <p>The SDK's responders look at the states they know and then sign the whole transaction with every key that it names
 * and the node owns. An issuer that is asked to sign the redemption of a penny would so sign an issue of a million
 * beside it; a registrar that is asked to sign an update of a definition would give its attestation without a vote. A
 * node chooses the responder that is furthest derived from {@code FlowLogic}; these are one step further than the SDK's
 * own. The SDK's issues and moves stay open: there the answering side only records what is final.
 */
public final class ClosedStockFlows {
    private ClosedStockFlows() {}

    /** Answers every request with the same refusal. */
    abstract static class Closed extends FlowLogic<Void> {
        private final FlowSession session;

        Closed(FlowSession session) {
            this.session = session;
        }

        @Suspendable
        @Override
        public final Void call() throws FlowException {
            throw new WorkflowException(
                    getOurIdentity().getName().getOrganisation() + " signs nothing that "
                            + session.getCounterparty().getName().getOrganisation()
                            + " proposes through the stock flows of the Token SDK.",
                    "Use the flows of this network.");
        }
    }

    /** In place of the SDK's answer to a redemption. */
    @InitiatedBy(RedeemFungibleTokens.class)
    public static final class Redemption extends Closed {
        /**
         * Created by the node.
         *
         * @param session with whoever asks
         */
        public Redemption(FlowSession session) {
            super(session);
        }
    }

    /** In place of the SDK's answer to a redemption of something indivisible. */
    @InitiatedBy(RedeemNonFungibleTokens.class)
    public static final class IndivisibleRedemption extends Closed {
        /**
         * Created by the node.
         *
         * @param session with whoever asks
         */
        public IndivisibleRedemption(FlowSession session) {
            super(session);
        }
    }

    /** In place of the SDK's answer to a redemption under fresh keys. */
    @InitiatedBy(ConfidentialRedeemFungibleTokens.class)
    public static final class ConfidentialRedemption extends Closed {
        /**
         * Created by the node.
         *
         * @param session with whoever asks
         */
        public ConfidentialRedemption(FlowSession session) {
            super(session);
        }
    }

    /** In place of the SDK's answer to the creation of a definition. */
    @InitiatedBy(CreateEvolvableTokens.class)
    public static final class Creation extends Closed {
        /**
         * Created by the node.
         *
         * @param session with whoever asks
         */
        public Creation(FlowSession session) {
            super(session);
        }
    }

    /** In place of the SDK's answer to the change of a definition. */
    @InitiatedBy(UpdateEvolvableToken.class)
    public static final class Update extends Closed {
        /**
         * Created by the node.
         *
         * @param session with whoever asks
         */
        public Update(FlowSession session) {
            super(session);
        }
    }
}
