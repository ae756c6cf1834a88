package org.countersign.workflows.identity.account;

import co.paralleluniverse.fibers.Suspendable;
import java.security.PublicKey;
import java.util.Objects;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.identity.KeyProof;
import org.countersign.workflows.identity.sdjwt.DidKey;
import org.countersign.workflows.identity.sdjwt.DocumentSigner;

/**
 * A custodian tells a registrar or an authority that a client's key is kept by it.
 *
 * <p>Steps: send the key with a proof that it signs itself, for this member and naming the custodian; receive that the
 * member has taken it down. A key that is somebody else's cannot be claimed: its proof would have to be signed with it.
 */
@InitiatingFlow
@StartableByService
public final class AnnounceKeyFlow extends FlowLogic<Boolean> {
    private final Party member;
    private final PublicKey key;

    /**
     * Creates the flow.
     *
     * @param member who is told
     * @param key a key of this node
     */
    public AnnounceKeyFlow(Party member, PublicKey key) {
        this.member = member;
        this.key = key;
    }

    @Suspendable
    @Override
    public Boolean call() throws FlowException {
        return initiateFlow(member)
                .sendAndReceive(Boolean.class, KeptKey.of(getServiceHub(), key, getOurIdentity(), member))
                .unwrap(received -> received);
    }

    /** A key with the proof that it is kept by who sends it. */
    @CordaSerializable
    public static final class KeptKey {
        private final PublicKey key;
        private final String proof;

        /**
         * Creates the announcement.
         *
         * @param key the key
         * @param proof signed with it
         */
        public KeptKey(PublicKey key, String proof) {
            this.key = Objects.requireNonNull(key, "key");
            this.proof = Objects.requireNonNull(proof, "proof");
        }

        static KeptKey of(ServiceHub services, PublicKey key, Party custodian, Party audience) throws FlowException {
            return new KeptKey(
                    key,
                    KeyProof.make(
                            audience.getOwningKey(),
                            DidKey.of(custodian.getOwningKey()),
                            services.getClock().instant().getEpochSecond(),
                            DocumentSigner.of(services, key)));
        }

        /** Takes down whose key it is, if the proof holds. */
        void takeDown(ServiceHub services, Party custodian, Party self) throws FlowException {
            if (!KeyProof.holds(proof, self.getOwningKey(), DidKey.of(custodian.getOwningKey()), key)) {
                throw new WorkflowException(
                        custodian.getName().getOrganisation() + " has not proved that the key is kept by it.",
                        "Announce keys of your own only.");
            }
            try {
                services.getIdentityService().registerKey(key, custodian, null);
            } catch (IllegalStateException taken) {
                throw new WorkflowException(
                        "The key is known as another member's already.", "Open an account with another key.");
            }
        }

        /** The key. */
        public PublicKey getKey() {
            return key;
        }

        /** The proof, signed with it. */
        public String getProof() {
            return proof;
        }
    }

    /** The side of the member that is told. */
    @InitiatedBy(AnnounceKeyFlow.class)
    public static final class Handler extends FlowLogic<Void> {
        private final FlowSession session;

        /**
         * Created by the node.
         *
         * @param session with the custodian
         */
        public Handler(FlowSession session) {
            this.session = session;
        }

        @Suspendable
        @Override
        public Void call() throws FlowException {
            KeptKey announced = session.receive(KeptKey.class).unwrap(received -> received);
            announced.takeDown(getServiceHub(), session.getCounterparty(), getOurIdentity());
            session.send(true);
            return null;
        }
    }
}
