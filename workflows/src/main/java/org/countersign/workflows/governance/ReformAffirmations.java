package org.countersign.workflows.governance;

import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;
import net.corda.core.crypto.Crypto;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.governance.ReformAffirmationSchema.ReformAffirmation;

/**
 * The reforms that this node's operator has agreed to. Who sits on a committee is for people to decide: no node signs a
 * reform that its operator has not affirmed in exactly these terms.
 */
final class ReformAffirmations {
    private ReformAffirmations() {}

    /** Records an affirmation; once more is the same as once. */
    static void add(ServiceHub services, ReformOffer offer, boolean renewsKey) {
        services.withEntityManager(database -> {
            if (database.find(ReformAffirmation.class, offer.digest().toString()) == null) {
                database.persist(new ReformAffirmation(
                        offer.digest().toString(),
                        offer.getTerms().getName(),
                        services.getClock().instant(),
                        renewsKey));
            }
            return null;
        });
    }

    /** Refuses a reform that was not affirmed. */
    static void require(ServiceHub services, ReformOffer offer, Party self) throws FlowException {
        boolean affirmed = services.withEntityManager(database ->
                database.find(ReformAffirmation.class, offer.digest().toString()) != null);
        if (!affirmed) {
            throw new WorkflowException(
                    "The operator of " + self.getName().getOrganisation()
                            + " has not affirmed this reform of committee '"
                            + offer.getTerms().getName() + "' ("
                            + offer.digest().toString().substring(0, 16) + ").",
                    "Have the operator affirm the reform with the same members in the same order, weights, threshold,"
                            + " validity and observers.");
        }
    }

    /**
     * The key that this node gives for its seat in an affirmed reform: the one that it gave before, the one of the seat
     * that it has if its operator does not want another, or a fresh one.
     */
    static PublicKey seatKey(ServiceHub services, ReformOffer offer, CommitteeState before, Party self) {
        String id = offer.digest().toString();
        String given = services.withEntityManager(database -> {
            return database.find(ReformAffirmation.class, id).getSeatKey();
        });
        if (given != null) {
            return Crypto.decodePublicKey(Base64.getDecoder().decode(given));
        }
        boolean renews = services.withEntityManager(database -> {
            return database.find(ReformAffirmation.class, id).renewsKey();
        });
        Optional<CommitteeMember> seat = before.seatOf(self);
        PublicKey key = seat.isPresent() && !renews
                ? seat.get().getAttestationKey()
                : services.getKeyManagementService().freshKey();
        services.withEntityManager(database -> {
            database.find(ReformAffirmation.class, id).give(Base64.getEncoder().encodeToString(key.getEncoded()));
            return null;
        });
        return key;
    }
}
