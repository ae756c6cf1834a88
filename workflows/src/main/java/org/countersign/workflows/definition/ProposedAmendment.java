package org.countersign.workflows.definition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import net.corda.core.contracts.Attachment;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.definition.AmendmentRules;
import org.countersign.contracts.definition.Provisions;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Operation;
import org.countersign.language.SecurityLanguage;
import org.countersign.language.compile.PolicyJar;
import org.countersign.language.model.SecurityModel;
import org.countersign.language.source.SourceText;
import org.countersign.language.source.UnreadableSourceException;
import org.countersign.language.text.ModelDifference;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.governance.Committees;

/**
 * A source that is to take the place of that of a definition, compiled on this node and compared with it. The issuer
 * announces with it and approvers affirm with it, each on its own node. Not for checkpoints.
 */
final class ProposedAmendment {
    private static final int LARGEST_SOURCE = 1024 * 1024;

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
     * @throws FlowException if the source has errors, is another security's or issuer's, or nothing can be amended
     */
    static ProposedAmendment of(ServiceHub services, SecurityDefinitionState definition, String source)
            throws FlowException {
        String symbol = definition.getTerms().getSymbol();
        if (definition.getAmendmentNotice() == null) {
            throw new WorkflowException(
                    symbol + " cannot be amended: its definition does not say who approves an amendment.",
                    "Only what 'amend' in its control section had said when it was registered could have let it.");
        }
        CompiledSource compiled = CompiledSource.of(services, source);
        compiled.checkIssuer(definition.getIssuer());
        if (!compiled.model().getSymbol().equals(symbol)) {
            throw new WorkflowException(
                    "The source describes " + compiled.model().getSymbol() + " and not " + symbol + ".",
                    "A security keeps its symbol; name the source of " + symbol + ".");
        }
        return new ProposedAmendment(services, definition, compiled);
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
        ModelDifference difference = new ModelDifference(model(), compiled.model());
        List<String> effects = new ArrayList<>();
        difference.getVerdicts().forEach((operation, verdict) -> effects.add(operation + ": " + verdict.getSentence()));
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
                difference.getChanges(),
                effects,
                approvers,
                definition.getAmendmentNotice(),
                earliest());
    }

    // The text that is in force came with the definition, in the jar that it pins.
    private SecurityModel model() throws FlowException {
        String symbol = definition.getTerms().getSymbol();
        if (definition.getPinnedRules() == null) {
            throw new WorkflowException(
                    symbol + " has no source that another could be compared with.",
                    "Only a security that was registered from a source is amended by another.");
        }
        try {
            SecurityLanguage language = SecurityLanguage.ofLedger();
            return language.check(SourceText.of(symbol + ".security", source(definition)))
                    .getModel()
                    .orElseThrow(() -> new WorkflowException(
                            "The source of " + symbol + " in force is not in order for this version of the language.",
                            "Use a node of the version that it was registered with."));
        } catch (UnreadableSourceException | IOException e) {
            throw new WorkflowException(
                    "The source of " + symbol + " in force cannot be read: " + e.getMessage(),
                    "Ask a registrar for the definition anew.");
        }
    }

    private String source(SecurityDefinitionState security) throws IOException, FlowException {
        SecureHash jar = security.getPinnedRules().getJar();
        Attachment attachment = services.getAttachments().openAttachment(jar);
        if (attachment == null) {
            throw new WorkflowException(
                    "The rules of " + security.getTerms().getSymbol() + " in the jar " + jar + " are not on this node.",
                    "They come with the definition; ask a registrar for it anew.");
        }
        try (ZipInputStream zip = new ZipInputStream(attachment.open(), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(PolicyJar.SOURCE)) {
                    return new String(bytes(zip), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IOException("the jar has no source");
    }

    private static byte[] bytes(InputStream stream) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        for (int read = stream.read(part); read >= 0 && content.size() <= LARGEST_SOURCE; read = stream.read(part)) {
            content.write(part, 0, read);
        }
        return content.toByteArray();
    }
}
