package org.countersign.language.compile;

import java.nio.charset.StandardCharsets;
import net.corda.core.crypto.SecureHash;
import org.countersign.contracts.definition.PinnedRules;
import org.countersign.contracts.definition.rules.AttachedPolicy;
import org.countersign.language.CheckedSource;
import org.countersign.language.check.Catalogue;
import org.countersign.language.model.SecurityModel;

/** What the compiler makes of a source. */
public final class CompiledSecurity {
    private final String sourceText;
    private final SecurityModel model;
    private final PolicyCost cost;
    private final String modelJson;
    private final String javaSource;
    private final byte[] bytecode;
    private final byte[] jar;

    CompiledSecurity(CheckedSource checked, SecurityModel model, Catalogue catalogue) {
        this.sourceText = checked.getSource().getText();
        this.model = model;
        this.cost = PolicyCost.of(model, catalogue);
        this.modelJson = ModelJson.write(model);
        this.javaSource = new PolicyWriter(catalogue, model)
                .write(PolicyJar.packageOf(getSourceDigest()), getSourceDigest(), getModelDigest());
        this.bytecode = new JavaCompilation(getClass().getClassLoader()).compile(PolicyJar.CLASS, javaSource);
        this.jar = PolicyJar.write(this, bytecode);
        checkAccepted();
    }

    // What the contract will refuse is not handed out in the first place. It is asked, and no other allow-list beside
    // its own, which could be laxer.
    private void checkAccepted() {
        try {
            AttachedPolicy.load(jar, getClassName());
        } catch (IllegalArgumentException refused) {
            throw new CompilationException("No transaction could be judged by the compiled policy: "
                    + refused.getMessage() + " If the policy is very large, divide its lists; otherwise this is a"
                    + " fault of the compiler.");
        }
    }

    /** The source. */
    public String getSourceText() {
        return sourceText;
    }

    /** What it says. */
    public SecurityModel getModel() {
        return model;
    }

    /** What judging it costs at most. */
    public PolicyCost getCost() {
        return cost;
    }

    /** The canonical model. */
    public String getModelJson() {
        return modelJson;
    }

    /** The policy as Java. */
    public String getJavaSource() {
        return javaSource;
    }

    /** The policy's class. */
    public byte[] getBytecode() {
        return bytecode.clone();
    }

    /** The full name of the policy's class. */
    public String getClassName() {
        return PinnedRules.className(getSourceDigest());
    }

    /** The jar, not signed. */
    public byte[] getJar() {
        return jar.clone();
    }

    /** The SHA-256 digest of the source, in hexadecimal digits. */
    public String getSourceDigest() {
        return Digests.sha256(sourceText.getBytes(StandardCharsets.UTF_8));
    }

    /** The SHA-256 digest of the canonical model, in hexadecimal digits. */
    public String getModelDigest() {
        return Digests.sha256(modelJson.getBytes(StandardCharsets.UTF_8));
    }

    /** What a definition pins of it: the jar as it is, not signed. */
    public PinnedRules getPins() {
        return new PinnedRules(
                SecureHash.create(getSourceDigest()), SecureHash.create(getJarDigest()), SecurityCompiler.VERSION);
    }

    /** The SHA-256 digest of the jar before it is signed, in hexadecimal digits. */
    public String getJarDigest() {
        return Digests.sha256(jar);
    }
}
