package org.countersign.oracles.identity;

import co.paralleluniverse.fibers.Suspendable;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.FilteredTransaction;
import org.countersign.contracts.identity.CredentialStatusListState;
import org.countersign.oracles.validation.TransferFacts;
import org.countersign.workflows.identity.CredentialDocument;
import org.countersign.workflows.identity.CredentialVerifier;
import org.countersign.workflows.identity.PresentationAnswer;
import org.countersign.workflows.identity.PresentationRequest;
import org.countersign.workflows.identity.PresentationRound;
import org.countersign.workflows.identity.Presentations;
import org.countersign.workflows.identity.RequestIdentityFactFlow;
import org.countersign.workflows.identity.StatusLists;
import org.countersign.workflows.identity.TrustedProviders;
import org.countersign.workflows.identity.claim.ClaimStanding;
import org.countersign.workflows.identity.claim.KnownHolder;
import org.countersign.workflows.identity.claim.VerifiedClaim;
import org.countersign.workflows.identity.sdjwt.MalformedException;
import org.countersign.workflows.validation.Conversation;

/**
 * Learns from the holders of a transaction who they are, by credentials that each presents to this authority for this
 * transaction, and verifies them.
 *
 * <p>Each member is asked once for all of its keys, all members at the same time. Who does not answer is unknown, and
 * holds up the others no longer than half of what a committee is given. A status list that this node does not know yet
 * is fetched from its provider.
 */
public final class HolderKnowledge {
    private static final Duration LIST_PATIENCE = Duration.ofSeconds(5);

    private final FlowLogic<?> flow;
    private final ServiceHub services;
    private final FilteredTransaction tearOff;
    private final TransferFacts facts;

    private HolderKnowledge(FlowLogic<?> flow, FilteredTransaction tearOff, TransferFacts facts) {
        this.flow = flow;
        this.services = flow.getServiceHub();
        this.tearOff = tearOff;
        this.facts = facts;
    }

    /**
     * What is known without asking anybody: every holder has presented its credentials before, and they are all in
     * force.
     *
     * @param flow the flow that answers the request; it is not suspended
     * @param facts what is known of the transaction so far
     * @return of each key what is known; null if holders have to be asked
     */
    public static List<KnownHolder> atOnce(FlowLogic<?> flow, TransferFacts facts) {
        return new HolderKnowledge(flow, null, facts).atOnce();
    }

    /**
     * Asks all holders and verifies what they present.
     *
     * @param flow the flow that answers the request; it is suspended while holders are asked
     * @param tearOff the transaction as the aspect may see it
     * @param facts what is known of the transaction so far
     * @return of each key what is known, or why nothing is
     */
    @Suspendable
    public static List<KnownHolder> gather(FlowLogic<?> flow, FilteredTransaction tearOff, TransferFacts facts) {
        return new HolderKnowledge(flow, tearOff, facts).gather();
    }

    private List<KnownHolder> atOnce() {
        KeptPresentations kept = services.cordaService(KeptPresentations.class);
        CredentialVerifier verifier = verifier();
        List<KnownHolder> known = new ArrayList<>();
        for (Map.Entry<PublicKey, Party> holder : facts.getKeys().entrySet()) {
            Optional<List<CredentialDocument>> credentials = kept.find(facts.getAspect(), holder.getKey());
            if (!credentials.isPresent()) {
                return null;
            }
            List<VerifiedClaim> claims = new ArrayList<>();
            for (CredentialDocument credential : credentials.get()) {
                VerifiedClaim claim = kept(verifier, credential, holder.getKey());
                if (claim.getStanding() != ClaimStanding.IN_FORCE) {
                    // The holder may have another one by now.
                    kept.forget(facts.getAspect(), holder.getKey());
                    return null;
                }
                claims.add(claim);
            }
            known.add(KnownHolder.of(holder.getKey(), holder.getValue(), claims));
        }
        return known;
    }

    private static VerifiedClaim kept(CredentialVerifier verifier, CredentialDocument credential, PublicKey holder) {
        try {
            return verifier.kept(credential, holder);
        } catch (MalformedException impossible) {
            throw new IllegalStateException("What was verified once is not malformed.", impossible);
        }
    }

    @Suspendable
    private List<KnownHolder> gather() {
        Map<Party, PresentationRequest> requests = new LinkedHashMap<>();
        for (Party party : new LinkedHashSet<>(facts.getKeys().values())) {
            requests.put(party, new PresentationRequest(facts.getAspect(), tearOff, keysOf(party)));
        }
        PresentationRequest own = requests.remove(flow.getOurIdentity());
        Map<Party, PresentationAnswer> answers = requests.isEmpty()
                ? new LinkedHashMap<>()
                : new LinkedHashMap<>(flow.await(new PresentationRound(services, requests)));
        if (own != null) {
            presentOwn(own, answers);
        }
        fetchLists(answers);
        return verify(answers);
    }

    private List<PublicKey> keysOf(Party party) {
        List<PublicKey> keys = new ArrayList<>();
        facts.getKeys().forEach((key, owner) -> {
            if (owner.equals(party)) {
                keys.add(key);
            }
        });
        return keys;
    }

    private void presentOwn(PresentationRequest request, Map<Party, PresentationAnswer> answers) {
        try {
            answers.put(flow.getOurIdentity(), new Presentations(services).answer(request, flow.getOurIdentity()));
        } catch (FlowException refused) {
            flow.getLogger().warn("This authority presents nothing to itself: {}", refused.getMessage());
        }
    }

    @Suspendable
    private void fetchLists(Map<Party, PresentationAnswer> answers) {
        Map<String, Party> missing = missingLists(answers);
        List<String> digests = new ArrayList<>(missing.keySet());
        // Counted, for an iterator would have to go into the checkpoint.
        for (int index = 0; index < digests.size(); index++) {
            Party provider = missing.get(digests.get(index));
            flow.await(new Conversation<>(
                    services, new RequestIdentityFactFlow(provider, digests.get(index)), LIST_PATIENCE));
        }
    }

    private Map<String, Party> missingLists(Map<Party, PresentationAnswer> answers) {
        TrustedProviders trusted = trusted();
        Map<String, Party> missing = new LinkedHashMap<>();
        for (PresentationAnswer answer : answers.values()) {
            for (CredentialDocument credential : read(answer)) {
                if (!StatusLists.find(services, credential.getStatusList()).isPresent()) {
                    trusted.named(credential.getIssuer())
                            .filter(provider -> !provider.equals(flow.getOurIdentity()))
                            .ifPresent(provider -> missing.put(credential.getStatusList(), provider));
                }
            }
        }
        return missing;
    }

    private List<KnownHolder> verify(Map<Party, PresentationAnswer> answers) {
        List<KnownHolder> known = new ArrayList<>();
        CredentialVerifier verifier = verifier();
        facts.getKeys().forEach((key, party) -> known.add(known(verifier, key, party, answers.get(party))));
        return known;
    }

    private KnownHolder known(CredentialVerifier verifier, PublicKey holder, Party party, PresentationAnswer answer) {
        String name = party.getName().getOrganisation();
        if (answer == null) {
            return KnownHolder.unknown(holder, party, name + " has presented no credentials in time.");
        }
        List<CredentialDocument> credentials = read(answer);
        List<CredentialDocument> sound = new ArrayList<>();
        List<VerifiedClaim> claims = new ArrayList<>();
        Set<PublicKey> own = new LinkedHashSet<>(keysOf(party));
        boolean strange = credentials.size() < answer.getDocuments().size();
        for (CredentialDocument credential : credentials) {
            if (credential.getHolder().equals(holder)) {
                try {
                    VerifiedClaim claim = verifier.presented(
                            credential,
                            holder,
                            flow.getOurIdentity().getOwningKey(),
                            facts.getTransactionId().toString());
                    claims.add(claim);
                    if (claim.getStanding() == ClaimStanding.IN_FORCE) {
                        sound.add(credential);
                    }
                } catch (MalformedException malformed) {
                    strange = true;
                }
            } else {
                strange = strange || !own.contains(credential.getHolder());
            }
        }
        services.cordaService(KeptPresentations.class).keep(facts.getAspect(), holder, sound);
        return strange
                ? KnownHolder.of(holder, party, claims, name + " has also presented what is no credential of its own.")
                : KnownHolder.of(holder, party, claims);
    }

    private static List<CredentialDocument> read(PresentationAnswer answer) {
        List<CredentialDocument> credentials = new ArrayList<>();
        for (String document : answer.getDocuments()) {
            try {
                credentials.add(CredentialDocument.read(document));
            } catch (MalformedException malformed) {
                // Counted by what is missing.
            }
        }
        return credentials;
    }

    private TrustedProviders trusted() {
        return TrustedProviders.of(
                services, facts.getSecurity().getValidationPolicy().getSegment());
    }

    private CredentialVerifier verifier() {
        return new CredentialVerifier(facts.getTimeWindow().getUntilTime(), trusted(), this::list);
    }

    private Optional<CredentialStatusListState> list(String digest) {
        return StatusLists.find(services, digest).map(list -> list.getState().getData());
    }
}
