package org.countersign.contracts.definition.rules;

import static org.countersign.contracts.Rules.broken;
import static org.countersign.contracts.Rules.check;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import net.corda.core.contracts.Attachment;
import net.corda.core.crypto.SecureHash;
import net.corda.core.transactions.LedgerTransaction;
import org.countersign.contracts.compliance.CompiledPolicy;
import org.countersign.contracts.definition.PinnedRules;

/**
 * Loads the rules that a definition pins from the attachments of the transaction that is verified.
 *
 * <p>The class is not an entry that Corda would load: it lies in the jar as data, and this is the only place that makes
 * a class of it. So no node's operator has to trust a key for it; what it may do is checked here, by every node and
 * each time, whoever has registered the definition. Nothing is kept between transactions.
 */
public final class AttachedPolicy {
    /** Whoever verifies a movement needs no installation, and gets no other rules than those that were registered. */
    public static final String RULES_ATTACHED =
            "Where a definition pins rules, the jar of the pinned digest is attached, once.";
    /** Two classes, or another place, could be read differently by different readers. */
    public static final String RULES_PLACE =
            "The jar of pinned rules has one entry with the rules class, at its place, and is not too large.";
    /** Who vouches for rules is on the ledger; who signs a jar could have Corda trust it for more. */
    public static final String RULES_UNSIGNED = "The jar of pinned rules is signed by nobody.";
    /** Code of anybody's making could do anything at every node. */
    public static final String RULES_HARMLESS =
            "A rules class makes rules of the catalogue, asks them, composes what they say, and can do nothing else.";
    /** A class that breaks while it is loaded judges nothing. */
    public static final String RULES_LOAD = "A rules class can be loaded, and all of its rules can be made.";

    /** The most bytes that a jar may have, and that may come out of it. */
    public static final int LARGEST_JAR = 4 * 1024 * 1024;

    private static final String META_INF = "META-INF/";

    private AttachedPolicy() {}

    /**
     * Loads the rules.
     *
     * @param tx the transaction
     * @param pins what its definition pins
     * @return a new object of the rules class
     * @throws IllegalArgumentException with the rule that is broken
     */
    public static CompiledPolicy load(LedgerTransaction tx, PinnedRules pins) {
        Attachment found = null;
        for (Attachment attachment : tx.getAttachments()) {
            if (attachment.getId().equals(pins.getJar())) {
                check(RULES_ATTACHED, found == null);
                found = attachment;
            }
        }
        check(RULES_ATTACHED, found != null);
        byte[] jar = read(found);
        check(RULES_ATTACHED, SecureHash.sha256(jar).equals(pins.getJar()));
        return load(jar, pins.className());
    }

    /**
     * Loads rules from a jar whose digest is as it should be.
     *
     * @param jar the jar
     * @param className the full name that its class must have
     * @return a new object of the rules class
     * @throws IllegalArgumentException with the rule that is broken
     */
    public static CompiledPolicy load(byte[] jar, String className) {
        byte[] bytecode = entry(jar);
        try {
            PolicyClass.check(className, bytecode);
        } catch (UnlikePolicyException e) {
            throw broken(RULES_HARMLESS + " This one is another: " + e.getMessage() + ".");
        }
        try {
            return (CompiledPolicy) new OneClassLoader(AttachedPolicy.class.getClassLoader())
                    .define(className, bytecode)
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
            throw broken(RULES_LOAD);
        }
    }

    private static byte[] read(Attachment attachment) {
        try (InputStream stream = attachment.open()) {
            return content(stream, LARGEST_JAR);
        } catch (IOException e) {
            throw broken(RULES_PLACE);
        }
    }

    private static byte[] entry(byte[] jar) {
        byte[] found = null;
        int left = LARGEST_JAR;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = content(zip, left);
                left -= content.length;
                check(RULES_UNSIGNED, !isSignature(entry.getName()));
                if (entry.getName().equals(PinnedRules.ENTRY)) {
                    check(RULES_PLACE, found == null);
                    found = content;
                }
            }
        } catch (IOException e) {
            throw broken(RULES_PLACE);
        }
        check(RULES_PLACE, found != null);
        return found;
    }

    // As the specification of jar files has it, in any spelling.
    private static boolean isSignature(String entry) {
        String name = entry.toUpperCase(Locale.ROOT);
        if (!name.startsWith(META_INF) || name.indexOf('/', META_INF.length()) >= 0) {
            return false;
        }
        return name.startsWith(META_INF + "SIG-")
                || name.endsWith(".SF")
                || name.endsWith(".RSA")
                || name.endsWith(".DSA")
                || name.endsWith(".EC");
    }

    private static byte[] content(InputStream stream, int most) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        for (int read = stream.read(part); read >= 0; read = stream.read(part)) {
            content.write(part, 0, read);
            check(RULES_PLACE, content.size() <= most);
        }
        return content.toByteArray();
    }

    /** Defines one class, and finds everything else where the ledger's own classes come from. */
    private static final class OneClassLoader extends ClassLoader {
        OneClassLoader(ClassLoader ledger) {
            super(ledger);
        }

        Class<?> define(String className, byte[] bytecode) {
            return defineClass(className, bytecode, 0, bytecode.length);
        }
    }
}
