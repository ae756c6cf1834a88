package org.countersign.language.compile;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.countersign.contracts.definition.PinnedRules;

/**
 * The layout of the jar that a definition pins. All of it is data to Corda, the class too: the ledger's contract makes
 * a class of it, having looked through it, so that no operator has to trust a key to run any code at all.
 */
public final class PolicyJar {
    /** The package that every compiled policy is in a package of. */
    public static final String ROOT = "org.countersign.compiled";
    /** The simple name of every compiled policy. */
    public static final String CLASS = "Policy";
    /** Where the class is. */
    public static final String BYTECODE = PinnedRules.ENTRY;
    /** Where the source is. */
    public static final String SOURCE = "META-INF/countersign/source.security";
    /** Where the canonical model is. */
    public static final String MODEL = "META-INF/countersign/model.json";
    /** Where the generated Java source is. */
    public static final String JAVA = "META-INF/countersign/Policy.java";
    /** Where the manifest is. */
    public static final String MANIFEST = "META-INF/MANIFEST.MF";

    private static final int LONGEST_LINE = 70;

    private PolicyJar() {}

    /**
     * The package of the policy of a source, which no other source's policy shares: Corda refuses a transaction with
     * two jars that have a class of the same name.
     *
     * @param sourceDigest the SHA-256 digest of the source, in hexadecimal digits
     * @return the package's name
     */
    public static String packageOf(String sourceDigest) {
        String className = PinnedRules.className(sourceDigest);
        return className.substring(0, className.lastIndexOf('.'));
    }

    static byte[] write(CompiledSecurity security, byte[] bytecode) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(MANIFEST, manifest(security).getBytes(StandardCharsets.UTF_8));
        entries.put(SOURCE, security.getSourceText().getBytes(StandardCharsets.UTF_8));
        entries.put(MODEL, security.getModelJson().getBytes(StandardCharsets.UTF_8));
        entries.put(JAVA, security.getJavaSource().getBytes(StandardCharsets.UTF_8));
        entries.put(BYTECODE, bytecode);
        return StoredZip.write(entries);
    }

    private static String manifest(CompiledSecurity security) {
        return wrapped("Manifest-Version: 1.0")
                + wrapped("Countersign-Compiler: " + SecurityCompiler.VERSION)
                + wrapped("Countersign-Policy: " + security.getClassName())
                + wrapped("Countersign-Source: " + security.getSourceDigest())
                + wrapped("Countersign-Model: " + security.getModelDigest())
                + "\r\n";
    }

    private static String wrapped(String line) {
        StringBuilder wrapped = new StringBuilder();
        String rest = line;
        while (rest.length() > LONGEST_LINE) {
            wrapped.append(rest, 0, LONGEST_LINE).append("\r\n ");
            rest = rest.substring(LONGEST_LINE);
        }
        return wrapped.append(rest).append("\r\n").toString();
    }
}
