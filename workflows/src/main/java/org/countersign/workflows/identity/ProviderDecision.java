package org.countersign.workflows.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.TransactionBuilder;
import net.corda.core.transactions.WireTransaction;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.identity.AcceptedProvider;
import org.countersign.contracts.identity.TrustedProvidersCommand;
import org.countersign.contracts.identity.TrustedProvidersState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.identity.ProviderAffirmationSchema.ProviderAffirmation;

/** What a committee's member may decide about providers, and what the transaction that carries it out looks like. */
final class ProviderDecision {
    private final ServiceHub services;
    private final ProviderListOffer offer;
    private final StateAndRef<CommitteeState> committee;
    private final StateAndRef<TrustedProvidersState> before;

    private ProviderDecision(
            ServiceHub services,
            ProviderListOffer offer,
            StateAndRef<CommitteeState> committee,
            StateAndRef<TrustedProvidersState> before) {
        this.services = services;
        this.offer = offer;
        this.committee = committee;
        this.before = before;
    }

    /** The decision of a committee that this node proposes. */
    static ProviderDecision propose(ServiceHub services, String committeeName, List<AcceptedProvider> providers)
            throws FlowException {
        StateAndRef<CommitteeState> committee = Committees.only(services, committeeName);
        Optional<StateAndRef<TrustedProvidersState>> before =
                TrustedProviders.list(services, committee.getState().getData().getLinearId());
        StateRef replaced = before.map(StateAndRef::getRef).orElse(null);
        return new ProviderDecision(
                        services,
                        new ProviderListOffer(committee.getRef(), replaced, providers),
                        committee,
                        before.orElse(null))
                .checked();
    }

    /** A decision that was offered to this node. */
    static ProviderDecision of(ServiceHub services, ProviderListOffer offer) throws FlowException {
        for (StateAndRef<CommitteeState> committee : Committees.all(services)) {
            if (committee.getRef().equals(offer.getCommittee())) {
                StateAndRef<TrustedProvidersState> before = TrustedProviders.list(
                                services, committee.getState().getData().getLinearId())
                        .orElse(null);
                StateRef current = before == null ? null : before.getRef();
                if (Objects.equals(current, offer.getReplaced())) {
                    return new ProviderDecision(services, offer, committee, before).checked();
                }
            }
        }
        throw new WorkflowException(
                "The list of providers is offered for a committee or in the place of a list that is not current here.",
                "Propose it again on the current ones.");
    }

    private ProviderDecision checked() throws FlowException {
        if (committee().getAspect() != Aspect.IDENTITY) {
            throw new WorkflowException(
                    "The committee '" + committee().getName() + "' is for "
                            + committee().getAspect() + ".",
                    "Providers are accepted by a committee for IDENTITY.");
        }
        return this;
    }

    CommitteeState committee() {
        return committee.getState().getData();
    }

    ProviderListOffer offer() {
        return offer;
    }

    /** The seat of a party. */
    CommitteeMember seatOf(Party party) throws FlowException {
        return committee()
                .seatOf(party)
                .orElseThrow(() -> new WorkflowException(
                        party.getName().getOrganisation() + " has no seat on '"
                                + committee().getName() + "'.",
                        "Decide at a member of the committee."));
    }

    /** Records that the operator agrees; once more is the same as once. */
    void affirm() {
        services.withEntityManager(database -> {
            String id = offer.digest().toString();
            if (database.find(ProviderAffirmation.class, id) == null) {
                database.persist(new ProviderAffirmation(id, services.getClock().instant()));
            }
            return null;
        });
    }

    /** Refuses what the operator has not affirmed. */
    void requireAffirmed(Party self) throws FlowException {
        boolean affirmed = services.withEntityManager(database ->
                database.find(ProviderAffirmation.class, offer.digest().toString()) != null);
        if (!affirmed) {
            throw new WorkflowException(
                    "The operator of " + self.getName().getOrganisation() + " has not affirmed this list of providers ("
                            + offer.digest().toString().substring(0, 16) + ").",
                    "Have the operator affirm the same providers with the same kinds in the same order.");
        }
    }

    TransactionBuilder build() {
        Instant now = services.getClock().instant();
        WorkflowSettings settings = WorkflowSettings.of(services);
        Duration allowed = committee().getTerms().getAttestationValidity();
        Duration open = settings.clockTolerance().plus(settings.timeWindow());
        Instant from = now.minus(settings.clockTolerance());
        TransactionBuilder builder = new TransactionBuilder(committee.getState().getNotary())
                .addReferenceState(committee.referenced())
                .addOutputState(after())
                .addCommand(
                        before == null ? new TrustedProvidersCommand.Establish() : new TrustedProvidersCommand.Amend(),
                        Collections.singletonList(committee().attestationKey()))
                .setTimeWindow(TimeWindow.between(from, from.plus(open.compareTo(allowed) < 0 ? open : allowed)));
        if (before != null) {
            builder.addInputState(before);
        }
        return builder;
    }

    private TrustedProvidersState after() {
        return before == null
                ? TrustedProvidersState.established(committee(), offer.getProviders())
                : before.getState().getData().amended(committee(), offer.getProviders());
    }

    /** Refuses a transaction that carries out something else. The contract has looked at it before. */
    void requireCarriedOutBy(WireTransaction tx) throws FlowException {
        boolean same = tx.getOutputs().size() == 1
                && tx.getOutputs().get(0).getData().equals(after())
                && tx.getInputs()
                        .equals(
                                before == null
                                        ? Collections.<StateRef>emptyList()
                                        : Collections.singletonList(before.getRef()))
                && tx.getReferences().equals(Collections.singletonList(committee.getRef()))
                && tx.getCommands().size() == 1
                && committee.getState().getNotary().equals(tx.getNotary());
        if (!same) {
            throw new WorkflowException(
                    "The transaction does not carry out the list of providers that was offered.",
                    "Build it from the offer.");
        }
    }
}
