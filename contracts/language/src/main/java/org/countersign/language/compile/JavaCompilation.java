package org.countersign.language.compile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jdt.core.compiler.CategorizedProblem;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.ClassFile;
import org.eclipse.jdt.internal.compiler.CompilationResult;
import org.eclipse.jdt.internal.compiler.Compiler;
import org.eclipse.jdt.internal.compiler.DefaultErrorHandlingPolicies;
import org.eclipse.jdt.internal.compiler.batch.CompilationUnit;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFileReader;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFormatException;
import org.eclipse.jdt.internal.compiler.env.ICompilationUnit;
import org.eclipse.jdt.internal.compiler.env.INameEnvironment;
import org.eclipse.jdt.internal.compiler.env.NameEnvironmentAnswer;
import org.eclipse.jdt.internal.compiler.impl.CompilerOptions;
import org.eclipse.jdt.internal.compiler.problem.DefaultProblemFactory;

/**
 * Compiles one Java class in memory, with a compiler that is a library and so the same on every JDK. Types are found by
 * a class loader and not by a class path, so that no directory has a say. What of them the class may use, the ledger's
 * {@code AttachedPolicy} says.
 */
final class JavaCompilation implements INameEnvironment {
    private final ClassLoader rules;
    private final List<byte[]> compiled = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * Creates a compilation.
     *
     * @param rules loads the rules, the ledger and what they mention
     */
    JavaCompilation(ClassLoader rules) {
        this.rules = rules;
    }

    /**
     * Compiles a class.
     *
     * @param name its name without package
     * @param source its source
     * @return its bytecode
     * @throws CompilationException if it is not exactly one class, or has an error
     */
    byte[] compile(String name, String source) {
        Compiler compiler = new Compiler(
                this,
                DefaultErrorHandlingPolicies.proceedWithAllProblems(),
                options(),
                this::accept,
                new DefaultProblemFactory(Locale.ROOT));
        compiler.compile(new ICompilationUnit[] {new CompilationUnit(source.toCharArray(), name + ".java", "UTF-8")});
        if (!problems.isEmpty() || compiled.size() != 1) {
            throw new CompilationException("The compiled policy is no valid class: "
                    + (problems.isEmpty() ? compiled.size() + " classes came of it." : problems.get(0))
                    + " If the policy is very large, divide its lists; otherwise this is a fault of the compiler.");
        }
        return compiled.get(0);
    }

    private static CompilerOptions options() {
        Map<String, String> settings = new HashMap<>();
        settings.put(CompilerOptions.OPTION_Source, CompilerOptions.VERSION_1_8);
        settings.put(CompilerOptions.OPTION_Compliance, CompilerOptions.VERSION_1_8);
        settings.put(CompilerOptions.OPTION_TargetPlatform, CompilerOptions.VERSION_1_8);
        settings.put(CompilerOptions.OPTION_LineNumberAttribute, CompilerOptions.GENERATE);
        settings.put(CompilerOptions.OPTION_SourceFileAttribute, CompilerOptions.GENERATE);
        settings.put(CompilerOptions.OPTION_LocalVariableAttribute, CompilerOptions.DO_NOT_GENERATE);
        CompilerOptions options = new CompilerOptions(settings);
        options.processAnnotations = false;
        return options;
    }

    private void accept(CompilationResult result) {
        if (result.hasErrors()) {
            for (CategorizedProblem problem : result.getErrors()) {
                problems.add("line " + problem.getSourceLineNumber() + ": " + problem.getMessage());
            }
            return;
        }
        for (ClassFile type : result.getClassFiles()) {
            compiled.add(type.getBytes());
        }
    }

    @Override
    public NameEnvironmentAnswer findType(char[][] compoundName) {
        return find(CharOperation.toString(compoundName).replace('.', '/'));
    }

    @Override
    public NameEnvironmentAnswer findType(char[] typeName, char[][] packageName) {
        return find(CharOperation.toString(CharOperation.arrayConcat(packageName, typeName))
                .replace('.', '/'));
    }

    private NameEnvironmentAnswer find(String type) {
        try (InputStream stream = rules.getResourceAsStream(type + ".class")) {
            return stream == null
                    ? null
                    : new NameEnvironmentAnswer(new ClassFileReader(bytes(stream), type.toCharArray()), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassFormatException e) {
            throw new IllegalStateException("The class " + type + " cannot be read.", e);
        }
    }

    static byte[] bytes(InputStream stream) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            bytes.write(buffer, 0, read);
        }
        return bytes.toByteArray();
    }

    // Packages of everything in question are in lower case, and types are not.
    @Override
    public boolean isPackage(char[][] parentPackageName, char[] packageName) {
        return Character.isLowerCase(packageName[0]);
    }

    @Override
    public void cleanup() {
        // Nothing is kept.
    }
}
