package org.countersign.language.compile;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.countersign.contracts.compliance.CompiledPolicy;
import org.countersign.language.check.Catalogue;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Refuses a class that is more than a compiled policy: it uses nothing but the values of the Java platform, the rules
 * of the catalogue and what composes their results, keeps no state, and ends.
 *
 * <p>Registrars run it besides comparing bytes with their own compilation, so that a fault of the compiler does not
 * reach the ledger, and so that a definition of an older compiler can be judged too. It does not say that the class is
 * the compilation of any source.
 */
public final class BytecodeCheck {
    private static final int LARGEST_CLASS = 1024 * 1024;
    private static final int CLASS_ACCESS = Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER;
    private static final int CONSTANT = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
    private static final Pattern NAME =
            Pattern.compile(PolicyJar.ROOT.replace('.', '/') + "/s[0-9a-f]{32}/" + PolicyJar.CLASS);

    private final Allowed allowed;

    /**
     * Creates a check.
     *
     * @param catalogue the rules that a policy may use
     */
    public BytecodeCheck(Catalogue catalogue) {
        this.allowed = new Allowed(catalogue);
    }

    /**
     * Checks a class.
     *
     * @param className the full name that it must have
     * @param bytecode the class
     * @throws BytecodeRefusedException with the first thing that no compiled policy has
     */
    public void check(String className, byte[] bytecode) {
        if (bytecode.length > LARGEST_CLASS) {
            throw refused("it has more than " + LARGEST_CLASS + " bytes");
        }
        try {
            new ClassReader(bytecode).accept(new Shape(className.replace('.', '/')), 0);
        } catch (BytecodeRefusedException e) {
            throw e;
        } catch (RuntimeException e) {
            // The reader throws whatever comes of a class that is none.
            throw refused("it cannot be read: " + e);
        }
    }

    static BytecodeRefusedException refused(String reason) {
        return new BytecodeRefusedException("The class is no compiled policy: " + reason + ".");
    }

    /** The class as a whole; its methods' code is another visitor's. */
    private final class Shape extends ClassVisitor {
        private final String expected;

        Shape(String expected) {
            super(Opcodes.ASM7);
            this.expected = expected;
        }

        @Override
        public void visit(
                int version, int access, String name, String signature, String superName, String[] interfaces) {
            require(version == Opcodes.V1_8, "its version is " + version);
            require(access == CLASS_ACCESS, "it is not public and final");
            require(name.equals(expected) && NAME.matcher(name).matches(), "its name is " + name);
            require(superName.equals("java/lang/Object"), "it extends " + superName);
            require(
                    Arrays.equals(interfaces, new String[] {Type.getInternalName(CompiledPolicy.class)}),
                    "it implements " + Arrays.toString(interfaces));
            require(signature == null, "it has type parameters");
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            Type type = Type.getType(descriptor);
            require(
                    access == CONSTANT
                            && type.getSort() == Type.OBJECT
                            && allowed.isRule(type.getInternalName())
                            && value == null
                            && signature == null,
                    "its field " + name + " is no constant rule");
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            require(exceptions == null || exceptions.length == 0, "its method " + name + " throws");
            return new CodeCheck(allowed, expected, access, name, descriptor);
        }

        @Override
        public void visitSource(String source, String debug) {
            require(source.equals(PolicyJar.CLASS + ".java") && debug == null, "its source is " + source);
        }

        @Override
        public void visitInnerClass(String name, String outerName, String innerName, int access) {
            // A rule that is itself nested in a class is mentioned here; nothing else is.
            require(allowed.isRule(name), "it mentions the nested class " + name);
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            throw refused("it has annotations");
        }

        @Override
        public void visitAttribute(Attribute attribute) {
            throw refused("it has the attribute " + attribute.type);
        }

        @Override
        public void visitOuterClass(String owner, String name, String descriptor) {
            throw refused("it is nested");
        }

        @Override
        public ModuleVisitor visitModule(String name, int access, String version) {
            throw refused("it is a module");
        }

        @Override
        public void visitNestHost(String nestHost) {
            throw refused("it is nested");
        }

        @Override
        public void visitNestMember(String nestMember) {
            throw refused("it has nested classes");
        }
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw refused(otherwise);
        }
    }
}
