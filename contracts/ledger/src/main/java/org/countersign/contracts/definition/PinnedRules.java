package org.countersign.contracts.definition;

import java.util.Locale;
import java.util.Objects;
import net.corda.core.crypto.SecureHash;
import net.corda.core.serialization.CordaSerializable;

/**
 * The compiled rules that a definition stands for, by digest: what was written, what was made of it, and by which
 * compiler. The rules themselves travel as an attachment, in the jar of this digest.
 */
@CordaSerializable
public final class PinnedRules {
    /**
     * Where in the jar the class is. Not under a name that ends with {@code .class}: Corda demands of a jar with such
     * an entry that it is signed by somebody whom each node's operator trusts to run any code at all.
     */
    public static final String ENTRY = "META-INF/countersign/Policy.bytecode";

    private static final String ROOT = "org.countersign.compiled";
    private static final int DIGITS_OF_PACKAGE = 32;

    private final SecureHash source;
    private final SecureHash jar;
    private final int compilerVersion;

    /**
     * Creates pins.
     *
     * @param source the SHA-256 digest of the source in UTF-8
     * @param jar the SHA-256 digest of the jar, which is the attachment's identifier
     * @param compilerVersion the version of language and compiler that made the one of the other, from 1
     */
    public PinnedRules(SecureHash source, SecureHash jar, int compilerVersion) {
        this.source = Objects.requireNonNull(source, "source");
        this.jar = Objects.requireNonNull(jar, "jar");
        this.compilerVersion = compilerVersion;
    }

    /** The SHA-256 digest of the source in UTF-8. */
    public SecureHash getSource() {
        return source;
    }

    /** The SHA-256 digest of the jar, which is the attachment's identifier. */
    public SecureHash getJar() {
        return jar;
    }

    /** The version of language and compiler. */
    public int getCompilerVersion() {
        return compilerVersion;
    }

    /** Whether these are digests of the kind that they have to be, and a version. */
    boolean isWellFormed() {
        return source instanceof SecureHash.SHA256 && jar instanceof SecureHash.SHA256 && compilerVersion > 0;
    }

    /**
     * The name of the rules class. No other source's class has it, so that the classes of two securities in one
     * transaction are told apart.
     *
     * @return the full name
     */
    public String className() {
        return className(source.toString());
    }

    /**
     * The name of the rules class of a source.
     *
     * @param sourceDigest the SHA-256 digest of the source, 64 hexadecimal digits
     * @return the full name
     */
    public static String className(String sourceDigest) {
        return ROOT + ".s" + sourceDigest.toLowerCase(Locale.ROOT).substring(0, DIGITS_OF_PACKAGE) + ".Policy";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PinnedRules
                && source.equals(((PinnedRules) other).source)
                && jar.equals(((PinnedRules) other).jar)
                && compilerVersion == ((PinnedRules) other).compilerVersion;
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, jar, compilerVersion);
    }

    @Override
    public String toString() {
        return "rules " + jar + " of source " + source + ", compiler version " + compilerVersion;
    }
}
