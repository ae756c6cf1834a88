package org.countersign.workflows.definition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.corda.core.flows.FlowException;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.definition.AmendmentRules;
import org.countersign.contracts.definition.Provisions;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Operation;
import org.countersign.language.model.SecurityModel;
import org.countersign.language.text.ModelDifference;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.governance.Committees;

/**
 * A source that is to take the place of that of a definition, compiled on this node and compared with it. The issuer
 * announces with it and approvers affirm with it, each on its own node. Not for checkpoints.
 */
final class ProposedAmendment {
    private static final String UNREADABLE =
            "The text in force is not in order for this version of the language, so that"
                    + " what changes is not told clause by clause. Compare the two texts.";

    private final ServiceHub services;
    private final SecurityDefinitionState definition;
    private final CompiledSource compiled;
    private final Provisions provisions;

    private ProposedAmendment(ServiceHub services, SecurityDefinitionState definition, CompiledSource compiled)
            throws FlowException {
        this.services = services;
        this.definition = definition;
        this.compiled = compiled;
        this.provisions = compiled.provisions(services);
    }

    /**
     * Compiles the source.
     *
     * @param services this node's services
     * @param definition the definition in force
     * @param source what is to take the place of its source
     * @throws FlowException if the source has errors, is another security's or issuer's, says the same, or changes what
     *     no amendment can
     */
    static ProposedAmendment of(ServiceHub services, SecurityDefinitionState definition, String source)
            throws FlowException {
        String symbol = definition.getTerms().getSymbol();
        if (definition.getAmendmentNotice() == null) {
            throw new WorkflowException(
                    symbol + " cannot be amended: its definition does not say who approves an amendment.",
                    "Who holds it has bought what does not change. Register another security, from a source with"
                            + " 'amend by … notice …' in its control section, and offer an exchange.");
        }
        CompiledSource compiled = CompiledSource.of(services, source);
        compiled.checkIssuer(definition.getIssuer());
        if (!compiled.model().getSymbol().equals(symbol)) {
            throw new WorkflowException(
                    "The source describes " + compiled.model().getSymbol() + " and not " + symbol + ".",
                    "A security keeps its symbol; name the source of " + symbol + ".");
        }
        ProposedAmendment proposed = new ProposedAmendment(services, definition, compiled);
        try {
            AmendmentRules.verifyProvisions(definition, proposed.provisions);
        } catch (IllegalArgumentException impossible) {
            throw new WorkflowException(
                    "Nobody can amend " + symbol + " so: " + impossible.getMessage(),
                    "Leave that as it is, and amend the rest; or register another security.");
        }
        return proposed;
    }

    /** What the definition is to say. */
    Provisions provisions() {
        return provisions;
    }

    /** Puts the jar among this node's attachments, where transactions find it. */
    void keep() throws FlowException {
        compiled.keep(services);
    }

    /** When it takes effect at the earliest, if it is announced now. */
    Instant earliest() {
        return AmendmentRules.earliest(
                definition,
                services.getClock().instant().plus(WorkflowSettings.of(services).timeWindow()));
    }

    /** What people have to know of it. */
    AmendmentView view() throws FlowException {
        List<String> changes = new ArrayList<>();
        List<String> effects = new ArrayList<>();
        compare(changes, effects);
        List<String> approvers = new ArrayList<>();
        for (AspectRequirement requirement : definition.getValidationPolicy().getRequirements()) {
            if (requirement.getOperations().contains(Operation.AMEND)) {
                approvers.add(requirement.getAspect() + " by the committee "
                        + Committees.current(services, requirement.getCommittee())
                                .getState()
                                .getData()
                                .getName());
            }
        }
        return new AmendmentView(
                definition.getTerms().getSymbol(),
                definition.getVersion(),
                definition.amendmentDigest(provisions),
                changes,
                effects,
                approvers,
                definition.getAmendmentNotice(),
                earliest());
    }

    // Where the text in force can no longer be read, people are told that they have to compare the texts themselves:
    // a security whose language has gone on could not be amended otherwise, and so not move to a newer one.
    private void compare(List<String> changes, List<String> effects) throws FlowException {
        Optional<SecurityModel> inForce = new SourceInForce(services, definition).model();
        if (inForce.isPresent()) {
            ModelDifference difference = new ModelDifference(inForce.get(), compiled.model());
            changes.addAll(difference.getChanges());
            difference
                    .getVerdicts()
                    .forEach((operation, verdict) -> effects.add(operation + ": " + verdict.getSentence()));
        } else {
            changes.add(UNREADABLE);
        }
        int before = definition.getPinnedRules().getCompilerVersion();
        int after = provisions.getPinnedRules().getCompilerVersion();
        if (before != after) {
            changes.add("The rules are compiled by version " + after + " of the compiler, and no longer by version "
                    + before + ".");
        }
    }
}
