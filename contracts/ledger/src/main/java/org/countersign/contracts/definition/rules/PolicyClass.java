package org.countersign.contracts.definition.rules;

import static org.countersign.contracts.definition.rules.UnlikePolicyException.require;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.countersign.contracts.compliance.CompliancePolicy;

/**
 * Checks a class file (JVMS 8, chapter 4) against an allow-list: a public final class that implements
 * {@code CompiledPolicy}, with constants of rules and methods that are known by name, and nothing that is not mentioned
 * here. That the code is well-formed otherwise, the virtual machine checks when it loads the class.
 *
 * <p>By hand and without a library, since whatever a contract is made of travels with it.
 */
final class PolicyClass {
    private static final int LARGEST = 1024 * 1024;
    // Of values on the stack of a method, and of its variables; the compiler needs about ten.
    private static final int DEEPEST = 64;
    private static final int MAGIC = 0xCAFEBABE;
    private static final int JAVA_8 = 52;
    private static final int PUBLIC_FINAL_SUPER = 0x31;
    private static final int PUBLIC = 0x01;
    private static final int STATIC = 0x08;
    private static final int PRIVATE_STATIC = 0x0A;
    private static final int PRIVATE_STATIC_FINAL = 0x1A;
    private static final List<String> NEEDED = Arrays.asList(
            "<init>()V",
            "modelDigest()Ljava/lang/String;",
            "decide" + Vocabulary.FACTS_TO_DECISION,
            "judge(L" + Vocabulary.FACTS + ";)L" + Vocabulary.REPORT + ";");
    // Two for each composition, and those that are no part.
    private static final int MOST_METHODS = 2 * CompliancePolicy.LARGEST_SIZE + 5;
    private static final Set<String> OF_CODE = new HashSet<>(
            Arrays.asList("LineNumberTable", "LocalVariableTable", "LocalVariableTypeTable", "StackMapTable"));

    private final Vocabulary vocabulary = new Vocabulary();
    private final PolicyWork work = new PolicyWork();
    private final ByteBuffer file;
    private final String name;
    private ConstantPool constants;

    private PolicyClass(String className, byte[] bytecode) {
        this.name = className.replace('.', '/');
        this.file = ByteBuffer.wrap(bytecode);
    }

    /**
     * Checks a class.
     *
     * @param className the full name that it must have
     * @param bytecode the class file
     * @throws UnlikePolicyException with the first thing that no compiled policy has
     */
    static void check(String className, byte[] bytecode) throws UnlikePolicyException {
        require(bytecode.length <= LARGEST, "it has more than " + LARGEST + " bytes");
        try {
            new PolicyClass(className, bytecode).check();
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new UnlikePolicyException("it cannot be read");
        }
    }

    private void check() throws UnlikePolicyException {
        require(file.getInt() == MAGIC && file.getShort() == 0, "it is no class");
        int version = file.getShort();
        require(version == JAVA_8, "its version is " + version);
        constants = ConstantPool.read(file);
        require(number() == PUBLIC_FINAL_SUPER, "it is not public and final");
        require(constants.className(number()).equals(name), "its name is another than " + name);
        require(constants.className(number()).equals("java/lang/Object"), "it extends another class");
        require(
                number() == 1 && constants.className(number()).equals(Vocabulary.POLICY),
                "it does not implement the interface of policies, and only that");
        int fields = number();
        require(fields <= CompliancePolicy.LARGEST_SIZE, "it has more rules than a policy may have");
        for (int field = 0; field < fields; field++) {
            checkField();
        }
        int methods = number();
        require(methods <= MOST_METHODS, "it has more methods than a policy needs");
        for (int method = 0; method < methods; method++) {
            checkMethod();
        }
        passAttributes(Collections.singleton("SourceFile"), "the class");
        require(!file.hasRemaining(), "something follows it");
        work.check(NEEDED);
    }

    private int number() {
        return file.getShort() & 0xFFFF;
    }

    private void checkField() throws UnlikePolicyException {
        int access = number();
        String field = constants.text(number());
        String descriptor = constants.text(number());
        boolean plain = number() == 0;
        require(
                access == PRIVATE_STATIC_FINAL && vocabulary.isRule(descriptor) && plain,
                "its field " + field + " is no constant rule");
        work.declare(name + "." + field + " " + descriptor);
    }

    private void checkMethod() throws UnlikePolicyException {
        int access = number();
        String method = constants.text(number());
        String descriptor = constants.text(number());
        int part = PolicyCode.partOf(method + descriptor);
        require(
                part > 0 && access == PRIVATE_STATIC
                        || access == PUBLIC && NEEDED.contains(method + descriptor)
                        || access == STATIC && (method + descriptor).equals("<clinit>()V"),
                "it has a method " + method + descriptor);
        work.define(method + descriptor);
        int codes = 0;
        int attributes = number();
        for (int attribute = 0; attribute < attributes; attribute++) {
            String kind = constants.text(number());
            if (kind.equals("Code")) {
                codes++;
                checkCode(method, descriptor);
            } else {
                require(kind.equals("Signature"), "its method " + method + " has the attribute " + kind);
                pass();
            }
        }
        require(codes == 1, "its method " + method + " has no code");
    }

    private void checkCode(String method, String descriptor) throws UnlikePolicyException {
        int length = file.getInt();
        int end = Math.addExact(file.position(), length);
        int stack = number();
        int variables = number();
        require(stack <= DEEPEST && variables <= DEEPEST, "its method " + method + " keeps too much at once");
        ByteBuffer code = file.slice();
        int size = code.getInt();
        require(size > 0 && size <= 0xFFFF && size <= code.remaining(), "its method " + method + " is too long");
        code = code.slice();
        code.limit(size);
        new PolicyCode(vocabulary, constants, name, method + descriptor, work).check(code);
        file.position(file.position() + 4 + size);
        require(number() == 0, "its method " + method + " catches");
        passAttributes(OF_CODE, "its method " + method);
        require(file.position() == end, "its method " + method + " ends elsewhere");
    }

    private void passAttributes(Set<String> allowed, String whose) throws UnlikePolicyException {
        int attributes = number();
        for (int attribute = 0; attribute < attributes; attribute++) {
            String kind = constants.text(number());
            require(allowed.contains(kind), whose + " has the attribute " + kind);
            pass();
        }
    }

    private void pass() throws UnlikePolicyException {
        int length = file.getInt();
        require(length >= 0 && length <= file.remaining(), "it cannot be read");
        file.position(file.position() + length);
    }
}
