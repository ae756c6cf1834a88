package org.countersign.workflows.ownership;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.corda.core.contracts.Attachment;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.LedgerTransaction;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.definition.PinnedRules;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.language.SecurityLanguage;
import org.countersign.language.compile.CompiledSecurity;
import org.countersign.language.compile.JarRefusedException;
import org.countersign.language.compile.Recompilation;
import org.countersign.language.compile.SecurityCompiler;
import org.countersign.language.ledger.LedgerMapping;
import org.countersign.language.ledger.NamedRequirement;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.validation.Refusal;

/**
 * Whether the rules that a definition pins are what their source compiles to on this registrar's own node, and whether
 * the definition says what the source says. The contract has looked through the rules class by then, and knows that it
 * can do no harm; that it means what people have read, only whoever compiles the source again knows.
 */
final class RulesAssessment {
    private final ServiceHub services;
    private final LedgerTransaction ledger;

    RulesAssessment(ServiceHub services, LedgerTransaction ledger) {
        this.services = services;
        this.ledger = ledger;
    }

    /**
     * Checks every definition that the transaction makes or changes in more than its status.
     *
     * @throws RegisterAssessment.Refused with the first thing in which jar, source and definition differ
     */
    void check() throws RegisterAssessment.Refused {
        List<SecurityDefinitionState> before = ledger.inputsOfType(SecurityDefinitionState.class);
        for (SecurityDefinitionState definition : ledger.outputsOfType(SecurityDefinitionState.class)) {
            boolean isOld = before.stream()
                    .anyMatch(known -> Objects.equals(known.getPinnedRules(), definition.getPinnedRules())
                            && SelfCertifyingId.same(known.getLinearId(), definition.getLinearId()));
            if (!isOld && definition.getPinnedRules() != null) {
                compare(definition);
            }
        }
    }

    private void compare(SecurityDefinitionState definition) throws RegisterAssessment.Refused {
        PinnedRules pins = definition.getPinnedRules();
        require(
                pins.getCompilerVersion() == SecurityCompiler.VERSION,
                "The rules were compiled by version " + pins.getCompilerVersion()
                        + " of the compiler; this registrar has version " + SecurityCompiler.VERSION + ".");
        SecurityLanguage language = SecurityLanguage.ofLedger();
        CompiledSecurity compiled;
        try {
            compiled = new Recompilation(language).compare(jar(pins));
        } catch (JarRefusedException other) {
            throw refused(other.getMessage());
        }
        // A signature, which the comparison of contents lets pass, makes other bytes, and so do other times in the zip.
        require(
                compiled.getPins().equals(pins),
                "The source in the jar compiles to " + compiled.getPins() + ", the definition pins " + pins + ".");
        compareDefinition(definition, compiled, new LedgerMapping(compiled.getModel(), language.getCatalogue()));
    }

    private void compareDefinition(SecurityDefinitionState definition, CompiledSecurity compiled, LedgerMapping source)
            throws RegisterAssessment.Refused {
        String named = compiled.getModel().getIssuer();
        require(
                isNamed(definition.getIssuer().getName(), named),
                "The source names the issuer '" + named + "', the definition '"
                        + definition.getIssuer().getName() + "'.");
        require(
                source.terms().equals(definition.getTerms()),
                "The definition's terms are others than those of its source.");
        require(
                source.compliancePolicy().equals(definition.getCompliancePolicy()),
                "The definition's compliance policy is another than that of its source, which says: "
                        + source.compliancePolicy().describe());
        require(
                source.segment().equals(definition.getValidationPolicy().getSegment()),
                "The source names the segment " + source.segment() + ", the definition "
                        + definition.getValidationPolicy().getSegment() + ".");
        Set<NamedRequirement> demanded = new HashSet<>(source.requirements());
        Set<NamedRequirement> given = requirements(definition);
        require(
                demanded.equals(given),
                "The source demands the attestations " + demanded + ", the definition " + given + ".");
    }

    private static boolean isNamed(CordaX500Name issuer, String named) {
        try {
            return CordaX500Name.parse(named).equals(issuer);
        } catch (IllegalArgumentException noName) {
            return false;
        }
    }

    private Set<NamedRequirement> requirements(SecurityDefinitionState definition) throws RegisterAssessment.Refused {
        Set<NamedRequirement> requirements = new HashSet<>();
        for (AspectRequirement requirement : definition.getValidationPolicy().getRequirements()) {
            CommitteeState committee = committee(requirement);
            requirements.add(
                    new NamedRequirement(requirement.getAspect(), committee.getName(), requirement.getOperations()));
        }
        return requirements;
    }

    // Anybody can found a committee under a name that is in use: the name must lead to this one, and to no other.
    private CommitteeState committee(AspectRequirement requirement) throws RegisterAssessment.Refused {
        try {
            CommitteeState committee = Committees.current(services, requirement.getCommittee())
                    .getState()
                    .getData();
            CommitteeState named =
                    Committees.only(services, committee.getName()).getState().getData();
            require(
                    SelfCertifyingId.same(named.getLinearId(), committee.getLinearId()),
                    "The committee '" + committee.getName() + "' of the definition is not the one of that name.");
            return committee;
        } catch (FlowException unknown) {
            throw refused(unknown.getMessage());
        }
    }

    private byte[] jar(PinnedRules pins) throws RegisterAssessment.Refused {
        Attachment attachment = ledger.getAttachments().stream()
                .filter(each -> each.getId().equals(pins.getJar()))
                .findFirst()
                .orElseThrow(() -> refused("The rules are not attached."));
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        try (InputStream stream = attachment.open()) {
            for (int read = stream.read(part); read >= 0; read = stream.read(part)) {
                jar.write(part, 0, read);
            }
        } catch (IOException e) {
            throw refused("The rules cannot be read: " + e.getMessage());
        }
        return jar.toByteArray();
    }

    private static void require(boolean holds, String otherwise) throws RegisterAssessment.Refused {
        if (!holds) {
            throw refused(otherwise);
        }
    }

    private static RegisterAssessment.Refused refused(String reason) {
        return RegisterAssessment.refused(RegisterRequirement.RULES_RECOMPILED, Refusal.CHECK_FAILED, reason);
    }
}
