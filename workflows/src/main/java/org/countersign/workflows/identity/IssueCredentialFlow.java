package org.countersign.workflows.identity;

import co.paralleluniverse.fibers.Suspendable;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.identity.claim.ClaimTexts;
import org.countersign.workflows.validation.Conversation;

/**
 * Issues a credential to a member or to one of its clients.
 *
 * <p>Steps: have the holder prove that the key is its own; sign; enter it into the provider's record; hand it over
 * point to point. Nothing personal is on the ledger or at a third node. A provider that has no status list yet opens
 * one.
 */
public final class IssueCredentialFlow {
    private static final Duration LONGEST = Duration.ofDays(3_653);

    private IssueCredentialFlow() {}

    /**
     * Starts the issue; runs at the provider.
     *
     * <p>Fails, with nothing issued, if the claims are malformed or the holder does not prove its key in time. A
     * credential that was signed but not taken by the holder is in the provider's record; revoke it, or export it and
     * have the holder import it.
     */
    @StartableByRPC
    public static final class Initiator extends FlowLogic<CredentialView> {
        private final Party holder;
        private final PublicKey holderKey;
        private final ClaimKind kind;
        private final Map<String, String> values;
        private final String subject;
        private final Duration validity;

        /**
         * Creates the flow for a member's own identity.
         *
         * @param holder the member
         * @param kind what the credential is about
         * @param values its claims as texts, by the names of {@code HolderClaims}
         * @param subject what the provider calls the holder, the same for all of its keys; not empty
         * @param validity for how long, more than zero and at most ten years
         */
        public Initiator(Party holder, ClaimKind kind, Map<String, String> values, String subject, Duration validity) {
            this(holder, holder.getOwningKey(), kind, values, subject, validity);
        }

        /**
         * Creates the flow for a key that a member keeps, for example that of a client.
         *
         * @param holder the member
         * @param holderKey one of its keys
         * @param kind what the credential is about
         * @param values its claims as texts
         * @param subject what the provider calls the holder, the same for all of its keys; not empty
         * @param validity for how long, more than zero and at most ten years
         */
        public Initiator(
                Party holder,
                PublicKey holderKey,
                ClaimKind kind,
                Map<String, String> values,
                String subject,
                Duration validity) {
            this.holder = holder;
            this.holderKey = holderKey;
            this.kind = kind;
            this.values = values;
            this.subject = subject;
            this.validity = validity;
        }

        @Suspendable
        @Override
        public CredentialView call() throws FlowException {
            try {
                ClaimTexts.check(kind, values);
            } catch (IllegalArgumentException malformed) {
                throw new WorkflowException(malformed.getMessage(), "Nothing is issued; mend the claims.");
            }
            if (subject.isEmpty()) {
                throw new WorkflowException(
                        "A credential that calls its holder nothing makes another person of each of its keys.",
                        "Nothing is issued; say what you call the holder, the same for all of its keys.");
            }
            if (validity.isNegative() || validity.isZero() || validity.compareTo(LONGEST) > 0) {
                throw new WorkflowException(
                        "A credential cannot be valid for " + validity.toDays() + " days.",
                        "Give more than zero and at most " + LONGEST.toDays() + " days.");
            }
            StatusPlace place = subFlow(new TakeStatusPlaceFlow());
            Instant now = getServiceHub().getClock().instant();
            DeliverCredentialFlow delivery = new DeliverCredentialFlow(
                    holder,
                    new DeliverCredentialFlow.Order(holderKey, kind, values, subject, place, now, now.plus(validity)));
            String id = holder.equals(getOurIdentity())
                    ? delivery.keepOurselves(getServiceHub(), getOurIdentity())
                    : await(new Conversation<>(getServiceHub(), delivery)).with(holder);
            return CredentialView.issued(
                    getServiceHub(), new IssuedCredentials(getServiceHub()).require(id), holder.getName());
        }
    }
}
