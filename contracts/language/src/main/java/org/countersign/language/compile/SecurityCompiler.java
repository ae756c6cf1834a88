package org.countersign.language.compile;

import java.util.Optional;
import org.countersign.language.CheckedSource;
import org.countersign.language.check.Catalogue;

/** Compiles sources. */
public final class SecurityCompiler {
    /**
     * The version of language and compiler. A definition names the version that it was compiled with, and whoever
     * compiles its source again must use that one. It is raised with every change after which the same source gives
     * other bytes.
     */
    public static final int VERSION = 1;

    private final Catalogue catalogue;

    /**
     * Creates a compiler.
     *
     * @param catalogue the rules that sources can use
     */
    public SecurityCompiler(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Compiles a source.
     *
     * @param checked the source, checked with the same catalogue
     * @return what came of it; nothing if the source has errors
     * @throws CompilationException if the policy is too large for one class, or its class is one that the contract
     *     refuses
     */
    public Optional<CompiledSecurity> compile(CheckedSource checked) {
        return checked.getModel().map(model -> new CompiledSecurity(checked, model, catalogue));
    }
}
