package org.countersign.workflows.definition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import net.corda.core.contracts.Attachment;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.language.SecurityLanguage;
import org.countersign.language.compile.PolicyJar;
import org.countersign.language.model.SecurityModel;
import org.countersign.language.source.SourceText;
import org.countersign.language.source.UnreadableSourceException;
import org.countersign.workflows.WorkflowException;

/** The text of a definition, which came with it in the jar that it pins. Not for checkpoints. */
final class SourceInForce {
    private final ServiceHub services;
    private final SecurityDefinitionState definition;

    SourceInForce(ServiceHub services, SecurityDefinitionState definition) {
        this.services = services;
        this.definition = definition;
    }

    /**
     * Reads it.
     *
     * @return what it says; nothing if it is not in order for this version of the language
     * @throws FlowException if there is no text, or it is not on this node
     */
    Optional<SecurityModel> model() throws FlowException {
        String symbol = definition.getTerms().getSymbol();
        if (definition.getPinnedRules() == null) {
            throw new WorkflowException(
                    symbol + " has no source that another could be compared with.",
                    "Only a security that was registered from a source is amended by another.");
        }
        try (InputStream jar = jar().open()) {
            String text = text(jar);
            return SecurityLanguage.ofLedger()
                    .check(SourceText.of(symbol + ".security", text))
                    .getModel();
        } catch (UnreadableSourceException unreadable) {
            return Optional.empty();
        } catch (IOException e) {
            throw new WorkflowException(
                    "The source of " + symbol + " in force cannot be read: " + e.getMessage(),
                    "Ask a registrar for the definition anew.");
        }
    }

    private Attachment jar() throws FlowException {
        SecureHash jar = definition.getPinnedRules().getJar();
        Attachment attachment = services.getAttachments().openAttachment(jar);
        if (attachment == null) {
            throw new WorkflowException(
                    "The rules of " + definition.getTerms().getSymbol() + " in the jar " + jar
                            + " are not on this node.",
                    "They come with the definition; ask a registrar for it anew.");
        }
        return attachment;
    }

    private static String text(InputStream jar) throws IOException {
        ZipInputStream zip = new ZipInputStream(jar, StandardCharsets.UTF_8);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(PolicyJar.SOURCE)) {
                return new String(bytes(zip), StandardCharsets.UTF_8);
            }
        }
        throw new IOException("the jar has no source");
    }

    // One byte more than is allowed, so that who reads it sees that it is too long.
    private static byte[] bytes(InputStream stream) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        for (int read = stream.read(part);
                read >= 0 && content.size() <= SourceText.LARGEST_BYTES;
                read = stream.read(part)) {
            content.write(part, 0, read);
        }
        return content.toByteArray();
    }
}
