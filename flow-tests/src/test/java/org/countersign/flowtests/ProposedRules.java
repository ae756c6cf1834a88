package org.countersign.flowtests;

import co.paralleluniverse.fibers.Suspendable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.definition.PinnedRules;
import org.countersign.contracts.definition.Provisions;
import org.countersign.contracts.definition.SecurityDefinitionCommand;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;
import org.countersign.language.SecurityLanguage;
import org.countersign.language.compile.CompiledSecurity;
import org.countersign.language.compile.SecurityCompiler;
import org.countersign.language.ledger.LedgerMapping;
import org.countersign.language.ledger.NamedRequirement;
import org.countersign.language.source.SourceText;
import org.countersign.language.source.UnreadableSourceException;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.ownership.FinaliseFlow;
import org.countersign.workflows.validation.AttestedTransaction;

/** Sources of the tests, and an issuer that proposes a definition with rules that are not those of its source. */
final class ProposedRules {
    private ProposedRules() {}

    /** A security of the issuer bank, of which so many units can be acquired at once. */
    static String source(String symbol, int most) {
        return "security " + symbol + " \"Rules in the open\"\n"
                + "  issuer       \"O=Issuer Bank, L=London, C=GB\"\n"
                + "  currency     GBP\n"
                + "  denomination 1 GBP\n"
                + "  supply       1,000 units\n"
                + "\n"
                + "share\n"
                + "\n"
                + "compliance\n"
                + "  on transfer\n"
                + "    require maximum-transfer " + most + " units\n"
                + "\n"
                + "validation\n"
                + "  attest ownership by \"registrars\"\n"
                + "  attest identity by \"identity\" on issue, transfer, redeem\n";
    }

    static CompiledSecurity compiled(String source) {
        try {
            SecurityLanguage language = SecurityLanguage.ofLedger();
            return new SecurityCompiler(language.getCatalogue())
                    .compile(language.check(SourceText.of("test.security", source)))
                    .orElseThrow(() -> new AssertionError(source));
        } catch (UnreadableSourceException e) {
            throw new AssertionError(e);
        }
    }

    /** The jar with one text in its class in the place of another of the same length. */
    static byte[] patched(byte[] jar, String before, String after) {
        return patched(jar, PinnedRules.ENTRY, before, after);
    }

    /** The jar with one text in an entry in the place of another; in a class of the same length. */
    static byte[] patched(byte[] jar, String entryName, String before, String after) {
        ByteArrayOutputStream patched = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(jar));
                ZipOutputStream to = new ZipOutputStream(patched)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                String content = new String(bytes(from), StandardCharsets.ISO_8859_1);
                boolean isMeant = entry.getName().equals(entryName);
                if (isMeant && !content.contains(before)) {
                    throw new AssertionError("Nothing to patch: " + before);
                }
                to.write((isMeant ? content.replace(before, after) : content).getBytes(StandardCharsets.ISO_8859_1));
                to.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return patched.toByteArray();
    }

    private static byte[] bytes(ZipInputStream zip) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        for (int read = zip.read(part); read >= 0; read = zip.read(part)) {
            bytes.write(part, 0, read);
        }
        return bytes.toByteArray();
    }

    /** Proposes a definition with these pins, this policy and this jar, without a look at what contracts say. */
    static final class Propose extends FlowLogic<TransactionReceipt> {
        private final String source;
        private final PinnedRules pins;
        private final CompliancePolicy policy;
        private final byte[] jar;

        /** All else is what the source says. */
        Propose(String source, PinnedRules pins, CompliancePolicy policy, byte[] jar) {
            this.source = source;
            this.pins = pins;
            this.policy = policy;
            this.jar = jar.clone();
        }

        @Suspendable
        @Override
        public TransactionReceipt call() throws FlowException {
            return subFlow(new FinaliseFlow(signed(getServiceHub(), getOurIdentity()), Operation.DEFINE));
        }

        /** What the issuer proposes. */
        SignedTransaction signed(ServiceHub services, Party issuer) {
            keep(services);
            try {
                SecurityDefinitionState definition = definition(services, issuer);
                ValidationPolicy validation = definition.getValidationPolicy();
                Party notary = Committees.current(
                                services, validation.ownership().getCommittee())
                        .getState()
                        .getNotary();
                TransactionBuilder builder = AttestedTransaction.start(
                                services, notary, validation, null, Operation.DEFINE)
                        .addOutputState(definition)
                        .addCommand(new SecurityDefinitionCommand.Register(), issuer.getOwningKey())
                        .addAttachment(pins.getJar());
                return services.signInitialTransaction(builder, issuer.getOwningKey());
            } catch (FlowException e) {
                throw new AssertionError(e);
            }
        }

        private SecurityDefinitionState definition(ServiceHub services, Party issuer) throws FlowException {
            LedgerMapping mapping = mapping(source);
            List<AspectRequirement> requirements = new ArrayList<>();
            for (NamedRequirement requirement : mapping.requirements()) {
                requirements.add(new AspectRequirement(
                        requirement.getAspect(),
                        Committees.only(services, requirement.getCommittee())
                                .getState()
                                .getData()
                                .getLinearId(),
                        requirement.getOperations()));
            }
            return SecurityDefinitionState.registered(
                    issuer,
                    new Provisions(
                            mapping.terms(),
                            new ValidationPolicy(mapping.segment(), requirements),
                            policy,
                            pins,
                            mapping.amendmentNotice()));
        }

        private void keep(ServiceHub services) {
            if (!services.getAttachments().hasAttachment(pins.getJar())) {
                try {
                    services.getAttachments().importAttachment(new ByteArrayInputStream(jar), "hostile", null);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    static LedgerMapping mapping(String source) {
        return new LedgerMapping(
                compiled(source).getModel(), SecurityLanguage.ofLedger().getCatalogue());
    }
}
