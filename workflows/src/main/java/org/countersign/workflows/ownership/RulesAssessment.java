package org.countersign.workflows.ownership;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import net.corda.core.contracts.Attachment;
import net.corda.core.contracts.CommandWithParties;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.LedgerTransaction;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.definition.PinnedRules;
import org.countersign.contracts.definition.Provisions;
import org.countersign.contracts.definition.SecurityDefinitionCommand;
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
     * Checks what a definition says when it is registered, and what it is to say when an amendment of it is announced.
     * What was announced has been compared by a quorum, perhaps with a compiler that is here no more, and comes into
     * force as it is.
     *
     * @throws RegisterAssessment.Refused with the first thing in which jar, source and definition differ
     */
    void check() throws RegisterAssessment.Refused {
        for (CommandWithParties<?> command : ledger.getCommands()) {
            boolean announces = command.getValue() instanceof SecurityDefinitionCommand.Announce;
            if (announces || command.getValue() instanceof SecurityDefinitionCommand.Register) {
                for (SecurityDefinitionState definition : ledger.outputsOfType(SecurityDefinitionState.class)) {
                    Provisions said = announces ? definition.getAnnounced().getProvisions() : definition.provisions();
                    require(
                            said.getPinnedRules() != null || !announces,
                            "An amendment is written in the security language, and pins what it compiles to.");
                    if (said.getPinnedRules() != null) {
                        compare(definition.getIssuer(), said);
                    }
                }
            }
        }
    }

    private void compare(Party issuer, Provisions said) throws RegisterAssessment.Refused {
        PinnedRules pins = said.getPinnedRules();
        require(
                pins.getCompilerVersion() == SecurityCompiler.VERSION,
                "The rules were compiled by version " + pins.getCompilerVersion()
                        + " of the compiler; this registrar has version " + SecurityCompiler.VERSION
                        + ". Propose what this version compiles, or have the registrars install the other one first.");
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
        compareSaid(issuer, said, compiled, new LedgerMapping(compiled.getModel(), language.getCatalogue()));
    }

    private void compareSaid(Party issuer, Provisions said, CompiledSecurity compiled, LedgerMapping source)
            throws RegisterAssessment.Refused {
        String named = compiled.getModel().getIssuer();
        require(
                isNamed(issuer.getName(), named),
                "The source names the issuer '" + named + "', the definition '" + issuer.getName() + "'.");
        require(source.terms().equals(said.getTerms()), "The definition's terms are others than those of its source.");
        require(
                source.compliancePolicy().equals(said.getCompliancePolicy()),
                "The definition's compliance policy is another than that of its source, which says: "
                        + source.compliancePolicy().describe());
        require(
                source.segment().equals(said.getValidationPolicy().getSegment()),
                "The source names the segment " + source.segment() + ", the definition "
                        + said.getValidationPolicy().getSegment() + ".");
        require(
                Objects.equals(source.amendmentNotice(), said.getAmendmentNotice()),
                "The source demands the notice " + source.amendmentNotice() + " of amendments, the definition "
                        + said.getAmendmentNotice() + ".");
        Set<NamedRequirement> demanded = new HashSet<>(source.requirements());
        Set<NamedRequirement> given = requirements(said);
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

    private Set<NamedRequirement> requirements(Provisions said) throws RegisterAssessment.Refused {
        Set<NamedRequirement> requirements = new HashSet<>();
        for (AspectRequirement requirement : said.getValidationPolicy().getRequirements()) {
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
