package org.countersign.workflows.identity;

import co.paralleluniverse.fibers.Suspendable;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.identity.sdjwt.Base64Url;
import org.countersign.workflows.identity.sdjwt.DocumentSigner;

/**
 * The provider's talk with the holder, apart from the issue so that the issue can give it up.
 *
 * <p>Steps: offer; receive the proof that the key is the holder's; sign and record; send the credential; receive its id
 * as the holder's word that it has it.
 */
@InitiatingFlow
@StartableByService
public final class DeliverCredentialFlow extends FlowLogic<String> {
    private static final int CHALLENGE_BYTES = 16;

    private final Party holder;
    private final Order order;

    /**
     * Creates the flow.
     *
     * @param holder the member that gets it
     * @param order what it is to say
     */
    public DeliverCredentialFlow(Party holder, Order order) {
        this.holder = holder;
        this.order = order;
    }

    @Suspendable
    @Override
    public String call() throws FlowException {
        FlowSession session = initiateFlow(holder);
        byte[] random = new byte[CHALLENGE_BYTES];
        new SecureRandom().nextBytes(random);
        CredentialOffer offer = new CredentialOffer(order.getKey(), order.getKind(), Base64Url.encode(random));
        String proof = session.sendAndReceive(String.class, offer).unwrap(received -> received);
        if (!KeyProof.holds(proof, getOurIdentity().getOwningKey(), offer.getChallenge(), order.getKey())) {
            throw new WorkflowException(
                    holder.getName().getOrganisation() + " has not proved that the key is its own.",
                    "Nothing is issued; name a key that the member keeps.");
        }
        CredentialDocument credential = sign(getServiceHub(), getOurIdentity());
        String taken =
                session.sendAndReceive(String.class, credential.getCompact()).unwrap(received -> received);
        if (!taken.equals(credential.id())) {
            throw new WorkflowException(
                    holder.getName().getOrganisation() + " has not taken the credential that it was sent.",
                    "It is in this node's record; revoke it.");
        }
        return taken;
    }

    /** A provider that is the holder's node needs no talk. */
    String keepOurselves(ServiceHub services, Party self) throws FlowException {
        if (!services.getKeyManagementService()
                .filterMyKeys(Collections.singleton(order.getKey()))
                .iterator()
                .hasNext()) {
            throw new WorkflowException(
                    "The key is none of this node's.", "Nothing is issued; name an account of this custodian.");
        }
        CredentialDocument credential = sign(services, self);
        new HeldCredentials(services).keep(credential, self.getName().toString());
        return credential.id();
    }

    private CredentialDocument sign(ServiceHub services, Party self) throws FlowException {
        CredentialContent content = new CredentialContent(
                        order.getKind(), order.getKey(), order.getValues(), order.getSubject())
                .valid(order.getIssuedAt(), order.getExpiresAt())
                .listed(order.getPlace().getList(), order.getPlace().getIndex());
        CredentialDocument credential =
                CredentialDocument.issue(content, DocumentSigner.of(services, self.getOwningKey()), new SecureRandom());
        new IssuedCredentials(services).enter(credential, holder.getName());
        return credential;
    }

    /** What a credential is to say, and for which key. */
    @CordaSerializable
    public static final class Order {
        private final PublicKey key;
        private final ClaimKind kind;
        private final Map<String, String> values;
        private final String subject;
        private final StatusPlace place;
        private final Instant issuedAt;
        private final Instant expiresAt;

        /**
         * Creates an order.
         *
         * @param key the key that the credential is for
         * @param kind what it is about
         * @param values its claims as texts, well-formed
         * @param subject what the provider calls the holder; may be empty
         * @param place its place in a status list
         * @param issuedAt since when
         * @param expiresAt until when, exclusive
         */
        public Order(
                PublicKey key,
                ClaimKind kind,
                Map<String, String> values,
                String subject,
                StatusPlace place,
                Instant issuedAt,
                Instant expiresAt) {
            this.key = key;
            this.kind = kind;
            this.values = Collections.unmodifiableMap(new TreeMap<>(values));
            this.subject = subject;
            this.place = place;
            this.issuedAt = issuedAt;
            this.expiresAt = expiresAt;
        }

        /** The key that the credential is for. */
        public PublicKey getKey() {
            return key;
        }

        /** What it is about. */
        public ClaimKind getKind() {
            return kind;
        }

        /** Its claims as texts. */
        public Map<String, String> getValues() {
            return values;
        }

        /** What the provider calls the holder. */
        public String getSubject() {
            return subject;
        }

        /** Its place in a status list. */
        public StatusPlace getPlace() {
            return place;
        }

        /** Since when. */
        public Instant getIssuedAt() {
            return issuedAt;
        }

        /** Until when, exclusive. */
        public Instant getExpiresAt() {
            return expiresAt;
        }
    }

    /** The holder's side: proves its key, and keeps a credential that is signed by who sends it and for that key. */
    @InitiatedBy(DeliverCredentialFlow.class)
    public static final class Handler extends FlowLogic<Void> {
        private final FlowSession session;

        /**
         * Created by the node.
         *
         * @param session with the provider
         */
        public Handler(FlowSession session) {
            this.session = session;
        }

        @Suspendable
        @Override
        public Void call() throws FlowException {
            CredentialOffer offer = session.receive(CredentialOffer.class).unwrap(received -> received);
            PublicKey provider = session.getCounterparty().getOwningKey();
            if (!getServiceHub()
                    .getKeyManagementService()
                    .filterMyKeys(Collections.singleton(offer.getHolder()))
                    .iterator()
                    .hasNext()) {
                throw new WorkflowException(
                        "The key is none of " + getOurIdentity().getName().getOrganisation() + ".",
                        "Issue to its legal identity, or to a key that it has given you.");
            }
            String proof = KeyProof.make(
                    provider,
                    offer.getChallenge(),
                    getServiceHub().getClock().instant().getEpochSecond(),
                    DocumentSigner.of(getServiceHub(), offer.getHolder()));
            String document = session.sendAndReceive(String.class, proof).unwrap(received -> received);
            CredentialDocument credential = CredentialDocument.read(document);
            boolean asOffered = credential.isSignedByIssuer()
                    && credential.getIssuer().equals(provider)
                    && credential.getHolder().equals(offer.getHolder())
                    && credential.getKind() == offer.getKind()
                    && !credential.document().isBound();
            if (!asOffered) {
                throw new WorkflowException(
                        session.getCounterparty().getName().getOrganisation()
                                + " sent a credential that is not signed with its key, or not the one that it offered.",
                        "It is not kept; report the provider.");
            }
            new HeldCredentials(getServiceHub())
                    .keep(credential, session.getCounterparty().getName().toString());
            session.send(credential.id());
            return null;
        }
    }
}
