package org.countersign.workflows.validation;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.corda.core.contracts.ReferencedStateAndRef;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.TransactionBuilder;
import org.countersign.contracts.definition.PinnedRules;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.governance.Committees;

/**
 * Starts a transaction that will be attested: time-window, attestations and the committees as reference states. It is
 * no flow, so that it can be used and tested without one; callers add inputs, outputs and their own command.
 */
public final class AttestedTransaction {
    private AttestedTransaction() {}

    /**
     * Starts the transaction.
     *
     * @param services the node's services; its vault must know the committees
     * @param notary the notary of the security's definition
     * @param policy the security's validation policy
     * @param definition the definition that rules, or null while it is being registered
     * @param operation what the transaction will do
     * @return a builder with time-window, {@code Attest} commands and committees
     * @throws FlowException if a committee of the policy is not known here
     */
    public static TransactionBuilder start(
            ServiceHub services, Party notary, ValidationPolicy policy, StateRef definition, Operation operation)
            throws FlowException {
        WorkflowSettings settings = WorkflowSettings.of(services);
        Instant now = services.getClock().instant();
        Instant from = now.minus(settings.clockTolerance());
        Instant until = now.plus(settings.timeWindow());
        TransactionBuilder builder = new TransactionBuilder(notary);
        builder.setTimeWindow(TimeWindow.between(from, until));
        List<AspectRequirement> attested = policy.requirementsFor(operation);
        // Registration shows that every committee exists, also those that have nothing to say about it.
        List<AspectRequirement> referenced = definition == null ? policy.getRequirements() : attested;
        Set<StateRef> added = new HashSet<>();
        for (AspectRequirement requirement : referenced) {
            StateAndRef<CommitteeState> committee = Committees.current(services, requirement.getCommittee());
            if (added.add(committee.getRef())) {
                builder.addReferenceState(new ReferencedStateAndRef<>(committee));
            }
            if (attested.contains(requirement)) {
                Attest attest =
                        new Attest(requirement.getAspect(), operation, committee.getRef(), definition, from, until);
                builder.addCommand(attest, committee.getState().getData().attestationKey());
            }
        }
        return builder;
    }

    /**
     * Starts a transaction that moves holdings of a security: as the other way to start does, and with the rules that
     * the definition pins, without which the contracts would not judge it.
     *
     * @param services the node's services
     * @param definition the definition that rules
     * @param operation what the transaction will do
     * @return a builder with time-window, {@code Attest} commands, committees and, where rules are pinned, their jar
     * @throws FlowException if a committee of the policy, or the jar, is not known here
     */
    public static TransactionBuilder start(
            ServiceHub services, StateAndRef<SecurityDefinitionState> definition, Operation operation)
            throws FlowException {
        SecurityDefinitionState security = definition.getState().getData();
        TransactionBuilder builder = start(
                services,
                definition.getState().getNotary(),
                security.getValidationPolicy(),
                definition.getRef(),
                operation);
        PinnedRules pins = security.getPinnedRules();
        if (pins != null) {
            if (!services.getAttachments().hasAttachment(pins.getJar())) {
                throw new WorkflowException(
                        "The rules of " + security.getTerms().getSymbol() + " in the jar " + pins.getJar()
                                + " are not on this node.",
                        "They come with the definition; ask a registrar for it anew.");
            }
            builder.addAttachment(pins.getJar());
        }
        return builder;
    }

    /**
     * The end of a started transaction's time-window, which holdings are dated by.
     *
     * @param builder what {@link #start} returned
     * @return until when its attestations are valid, which is the same
     */
    public static Instant until(TransactionBuilder builder) {
        return builder.commands().stream()
                .filter(command -> command.getValue() instanceof Attest)
                .map(command -> ((Attest) command.getValue()).getValidUntil())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The transaction was not started with attestations."));
    }
}
