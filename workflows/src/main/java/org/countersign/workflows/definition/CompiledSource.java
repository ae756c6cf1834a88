package org.countersign.workflows.definition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.definition.PinnedRules;
import org.countersign.contracts.definition.Provisions;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.validation.ValidationPolicy;
import org.countersign.language.CheckedSource;
import org.countersign.language.SecurityLanguage;
import org.countersign.language.check.KnownCommittee;
import org.countersign.language.compile.CompilationException;
import org.countersign.language.compile.CompiledSecurity;
import org.countersign.language.compile.SecurityCompiler;
import org.countersign.language.ledger.LedgerMapping;
import org.countersign.language.model.SecurityModel;
import org.countersign.language.source.SourceText;
import org.countersign.language.source.UnreadableSourceException;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.segment.Segments;

/** A source that was compiled on this node, with what it makes of a definition. Not for checkpoints. */
final class CompiledSource {
    private static final String FILE = "proposed.security";
    private static final String UPLOADER = "countersign";

    private final CompiledSecurity compiled;
    private final LedgerMapping mapping;

    private CompiledSource(CompiledSecurity compiled, SecurityLanguage language) {
        this.compiled = compiled;
        this.mapping = new LedgerMapping(compiled.getModel(), language.getCatalogue());
    }

    /**
     * Compiles a source, having checked it against the committees and segments that this node knows.
     *
     * @throws FlowException with everything that is wrong with it
     */
    static CompiledSource of(ServiceHub services, String source) throws FlowException {
        SecurityLanguage language = SecurityLanguage.ofLedger();
        try {
            CheckedSource checked =
                    language.check(SourceText.of(FILE, source), committees(services), segments(services));
            if (!checked.errors().isEmpty()) {
                throw wrong(checked.errors().stream()
                        .flatMap(error -> error.lines().stream())
                        .collect(Collectors.joining("\n", "The source is not in order:\n", "\n")));
            }
            CompiledSecurity compiled = new SecurityCompiler(language.getCatalogue())
                    .compile(checked)
                    .orElseThrow(() -> new IllegalStateException("A source in order compiles."));
            return new CompiledSource(compiled, language);
        } catch (UnreadableSourceException unreadable) {
            throw wrong("The source cannot be read: " + unreadable.getMessage());
        } catch (CompilationException tooLarge) {
            throw wrong("The source cannot be compiled: " + tooLarge.getMessage());
        }
    }

    private static WorkflowException wrong(String problem) {
        return new WorkflowException(problem, "Mend the source; 'security check --online' shows the same.");
    }

    private static List<KnownCommittee> committees(ServiceHub services) {
        return Committees.all(services).stream()
                .map(committee -> committee.getState().getData())
                .map(committee -> new KnownCommittee(
                        committee.getName(),
                        committee.getAspect(),
                        committee.getTerms().getSegment()))
                .collect(Collectors.toList());
    }

    private static List<String> segments(ServiceHub services) {
        return Segments.all(services).stream()
                .map(segment -> segment.getState().getData().getName())
                .collect(Collectors.toList());
    }

    /** The definition that the source describes, at its first version. */
    SecurityDefinitionState definition(ServiceHub services, Party issuer) throws FlowException {
        checkIssuer(issuer);
        return SecurityDefinitionState.registered(issuer, provisions(services));
    }

    /** All that a definition says by it. */
    Provisions provisions(ServiceHub services) throws FlowException {
        return new Provisions(
                mapping.terms(),
                validationPolicy(services),
                mapping.compliancePolicy(),
                pins(),
                mapping.amendmentNotice());
    }

    /** What the source says. */
    SecurityModel model() {
        return compiled.getModel();
    }

    /** What a definition pins of it. */
    PinnedRules pins() {
        return compiled.getPins();
    }

    // By the committees that this node knows under the names.
    private ValidationPolicy validationPolicy(ServiceHub services) throws FlowException {
        List<CommitteeChoice> choices = new ArrayList<>();
        mapping.requirements()
                .forEach(requirement -> choices.add(new CommitteeChoice(
                        requirement.getAspect(), requirement.getCommittee(), requirement.getOperations())));
        return new PolicyChoice(services, mapping.segment()).ofChoices(choices);
    }

    /** Fails unless the source is this issuer's. */
    void checkIssuer(Party issuer) throws FlowException {
        String named = compiled.getModel().getIssuer();
        boolean isOwn;
        try {
            isOwn = CordaX500Name.parse(named).equals(issuer.getName());
        } catch (IllegalArgumentException noName) {
            isOwn = false;
        }
        if (!isOwn) {
            throw new WorkflowException(
                    "The source names the issuer '" + named + "'; this member is '" + issuer.getName() + "'.",
                    "Have the issuer register it, or correct the name.");
        }
    }

    /** Puts the jar among this node's attachments, where transactions find it. */
    void keep(ServiceHub services) throws FlowException {
        if (!services.getAttachments().hasAttachment(pins().getJar())) {
            try {
                services.getAttachments()
                        .importAttachment(
                                new ByteArrayInputStream(compiled.getJar()), UPLOADER, pins().getJar() + ".jar");
            } catch (FileAlreadyExistsException alreadyThere) {
                // Another flow was first with the same bytes.
            } catch (IOException e) {
                throw new WorkflowException(
                        "The compiled rules cannot be kept: " + e.getMessage(),
                        "See to the node's database, and register again.");
            }
        }
    }
}
