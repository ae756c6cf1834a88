package org.countersign.language.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.countersign.contracts.definition.rules.AttachedPolicy;
import org.countersign.language.Sources;
import org.countersign.language.TestRules;
import org.countersign.language.check.Catalogue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Classes that were changed after they were compiled, each in one way. What compilers, registrars and verifiers have to
 * say of them is said in one place, by the contract.
 */
class BytecodeCheckTest {
    private static final CompiledSecurity SECURITY =
            Compiled.source(Catalogue.ofLedger(), Sources.security("reg-d-share.security"));

    @Test
    @DisplayName("What the compiler makes is let pass")
    void compiledClassesPass() {
        for (String name : Sources.SECURITIES) {
            CompiledSecurity security = Compiled.source(Catalogue.ofLedger(), Sources.security(name));
            assertThat(AttachedPolicy.load(security.getJar(), security.getClassName())
                            .modelDigest())
                    .isEqualTo(security.getModelDigest());
        }
    }

    @Test
    @Tag("attack-22")
    @DisplayName("A class under another name than it is pinned by is refused")
    void anotherNameIsRefused() {
        refused(SECURITY.getBytecode(), "its name is", "org.countersign.compiled.s" + zeros() + ".Policy");
    }

    @Test
    @DisplayName("What is no class is refused, and what is too large before it is read")
    void noClassIsRefused() {
        refused("no class".getBytes(StandardCharsets.US_ASCII), "it is no class", SECURITY.getClassName());
        refused(Arrays.copyOf(SECURITY.getBytecode(), 200), "it cannot be read", SECURITY.getClassName());
        refused(new byte[1024 * 1024 + 1], "it has more than 1048576 bytes", SECURITY.getClassName());
    }

    @Test
    @Tag("attack-22")
    @DisplayName("A rule that the catalogue does not have cannot be used")
    void foreignRulesAreRefused() {
        String source = Sources.share("require listed \"first\"");
        assertThatThrownBy(() -> Compiled.source(TestRules.catalogue(), source))
                .isInstanceOf(CompilationException.class)
                .hasMessageContaining(AttachedPolicy.RULES_HARMLESS)
                .hasMessageContaining("its field RULE_1 is no constant rule");
    }

    static Stream<Arguments> additions() {
        return Stream.of(
                calls("reads the clock", "java/lang/System", "currentTimeMillis", "()J"),
                calls("ends the node", "java/lang/Runtime", "getRuntime", "()Ljava/lang/Runtime;"),
                calls("reads a property", "java/lang/System", "lineSeparator", "()Ljava/lang/String;"),
                calls("looks at classes", "java/lang/Class", "forName", "(Ljava/lang/String;)Ljava/lang/Class;"),
                code(
                        "calls itself",
                        code -> code.visitMethodInsn(
                                Opcodes.INVOKESTATIC,
                                SECURITY.getClassName().replace('.', '/'),
                                "modelDigest",
                                "()V",
                                false),
                        "calls modelDigest()V"),
                code("opens a file", code -> code.visitTypeInsn(Opcodes.NEW, "java/io/File"), "java/io/File"),
                code("starts a thread", code -> code.visitTypeInsn(Opcodes.NEW, "java/lang/Thread"), "Thread"),
                code(
                        "takes much memory",
                        code -> code.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_BYTE),
                        "has the instruction " + Opcodes.NEWARRAY),
                code(
                        "takes a lock",
                        code -> code.visitInsn(Opcodes.MONITORENTER),
                        "has the instruction " + Opcodes.MONITORENTER),
                code("throws", code -> code.visitInsn(Opcodes.ATHROW), "has the instruction " + Opcodes.ATHROW),
                code(
                        "reads another class",
                        code -> code.visitFieldInsn(
                                Opcodes.GETSTATIC, "java/lang/System", "out", "Ljava/io/PrintStream;"),
                        "reads the field java/lang/System.out"),
                code(
                        "keeps state",
                        code -> code.visitFieldInsn(
                                Opcodes.PUTSTATIC, SECURITY.getClassName().replace('.', '/'), "RULE_1", "I"),
                        "sets the field"),
                code("loops", BytecodeCheckTest::loop, "jumps back"),
                code("counts", code -> code.visitIincInsn(1, 1), "has the instruction " + Opcodes.IINC),
                code(
                        "binds late",
                        code -> code.visitInvokeDynamicInsn(
                                "x", "()V", new Handle(Opcodes.H_INVOKESTATIC, "a/B", "c", "()V", false)),
                        "it has a constant of kind 15"),
                code(
                        "names a class",
                        code -> code.visitLdcInsn(Type.getType(Runtime.class)),
                        "neither a short text nor a number"),
                code(
                        "catches",
                        code -> {
                            Label label = new Label();
                            Label end = new Label();
                            code.visitTryCatchBlock(label, end, end, null);
                            code.visitLabel(label);
                            code.visitInsn(Opcodes.ICONST_0);
                            code.visitLabel(end);
                        },
                        "catches"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("additions")
    @Tag("attack-22")
    @DisplayName("A class that does more than judge is refused")
    void moreThanJudgingIsRefused(String what, Consumer<MethodVisitor> addition, String reason) {
        byte[] patched = patch(writer -> new ClassVisitor(Opcodes.ASM7, writer) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String descriptor, String signature, String[] exceptions) {
                MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
                return !name.equals("modelDigest")
                        ? method
                        : new MethodVisitor(Opcodes.ASM7, method) {
                            @Override
                            public void visitCode() {
                                super.visitCode();
                                addition.accept(this);
                            }
                        };
            }
        });

        refused(patched, reason, SECURITY.getClassName());
    }

    @Test
    @Tag("attack-22")
    @DisplayName("A further method, a finalizer for example, and a variable field are refused")
    void furtherMembersAreRefused() {
        refused(
                patch(writer -> new ClassVisitor(Opcodes.ASM7, writer) {
                    @Override
                    public void visitEnd() {
                        MethodVisitor method = visitMethod(Opcodes.ACC_PROTECTED, "finalize", "()V", null, null);
                        method.visitCode();
                        method.visitInsn(Opcodes.RETURN);
                        method.visitMaxs(0, 1);
                        method.visitEnd();
                        super.visitEnd();
                    }
                }),
                "it has a method finalize()V",
                SECURITY.getClassName());
        refused(
                patch(writer -> new ClassVisitor(Opcodes.ASM7, writer) {
                    @Override
                    public void visitEnd() {
                        visitField(Opcodes.ACC_STATIC | Opcodes.ACC_PUBLIC, "seen", "I", null, null)
                                .visitEnd();
                        super.visitEnd();
                    }
                }),
                "its field seen is no constant rule",
                SECURITY.getClassName());
    }

    @Test
    @Tag("attack-22")
    @DisplayName("A method cannot call one before it, so that none can call itself in the end")
    void recursionIsRefused() {
        byte[] patched = patch(writer -> new ClassVisitor(Opcodes.ASM7, writer) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String descriptor, String signature, String[] exceptions) {
                MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
                return !name.equals("decide2")
                        ? method
                        : new MethodVisitor(Opcodes.ASM7, method) {
                            @Override
                            public void visitCode() {
                                super.visitCode();
                                super.visitVarInsn(Opcodes.ALOAD, 0);
                                super.visitMethodInsn(
                                        Opcodes.INVOKESTATIC,
                                        SECURITY.getClassName().replace('.', '/'),
                                        "decide1",
                                        descriptor,
                                        false);
                                super.visitInsn(Opcodes.POP);
                            }
                        };
            }
        });

        refused(patched, "its method decide2 calls decide1", SECURITY.getClassName());
    }

    private static Arguments calls(String what, String owner, String method, String descriptor) {
        return code(
                what,
                code -> code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, method, descriptor, false),
                "calls " + owner + "." + method);
    }

    private static Arguments code(String what, Consumer<MethodVisitor> addition, String reason) {
        return Arguments.of(what, addition, reason);
    }

    private static void loop(MethodVisitor code) {
        Label here = new Label();
        code.visitLabel(here);
        code.visitJumpInsn(Opcodes.GOTO, here);
    }

    private static byte[] patch(Function<ClassWriter, ClassVisitor> patch) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(SECURITY.getBytecode()).accept(patch.apply(writer), 0);
        byte[] patched = writer.toByteArray();
        assertThat(patched).isNotEqualTo(SECURITY.getBytecode());
        return patched;
    }

    private static void refused(byte[] bytecode, String reason, String name) {
        assertThatThrownBy(() -> AttachedPolicy.load(jar(bytecode), name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(AttachedPolicy.RULES_HARMLESS)
                .hasMessageContaining(reason);
    }

    private static byte[] jar(byte[] bytecode) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(PolicyJar.BYTECODE));
            zip.write(bytecode);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String zeros() {
        return "00000000000000000000000000000000";
    }
}
