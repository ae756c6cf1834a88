package org.countersign.language.compile;

import static org.countersign.language.compile.BytecodeCheck.refused;
import static org.countersign.language.compile.BytecodeCheck.require;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.contracts.compliance.ComplianceFacts;
import org.countersign.contracts.compliance.ComplianceReport;
import org.countersign.contracts.compliance.Decision;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Checks the code of one method of a compiled policy. It ends because jumps go forward only, and because methods call
 * only methods of the class with higher numbers.
 */
final class CodeCheck extends MethodVisitor {
    private static final Pattern PART = Pattern.compile("(decide|judge)([1-9][0-9]{0,3})");
    private static final String FACTS = Type.getDescriptor(ComplianceFacts.class);
    private static final String DECISION = Type.getDescriptor(Decision.class);
    private static final List<String> SIGNATURES = Arrays.asList(
            "<clinit>()V" + Opcodes.ACC_STATIC,
            "<init>()V" + Opcodes.ACC_PUBLIC,
            "modelDigest()Ljava/lang/String;" + Opcodes.ACC_PUBLIC,
            "decide(" + FACTS + ")" + DECISION + Opcodes.ACC_PUBLIC,
            "judge(" + FACTS + ")" + Type.getDescriptor(ComplianceReport.class) + Opcodes.ACC_PUBLIC);
    private static final Set<Integer> PLAIN = new HashSet<>(Arrays.asList(
            Opcodes.ICONST_0,
            Opcodes.ICONST_1,
            Opcodes.ICONST_2,
            Opcodes.ICONST_3,
            Opcodes.ICONST_4,
            Opcodes.ICONST_5,
            Opcodes.AASTORE,
            Opcodes.DUP,
            Opcodes.ARETURN,
            Opcodes.RETURN));
    private static final Set<Integer> JUMPS = new HashSet<>(
            Arrays.asList(Opcodes.GOTO, Opcodes.IF_ACMPEQ, Opcodes.IF_ACMPNE, Opcodes.IFEQ, Opcodes.IFNE));

    private final Allowed allowed;
    private final String self;
    private final String name;
    private final int number;
    private final Set<Label> passed = new HashSet<>();

    CodeCheck(Allowed allowed, String self, int access, String name, String descriptor) {
        super(Opcodes.ASM7);
        this.allowed = allowed;
        this.self = self;
        this.name = name;
        this.number = number(name, descriptor);
        boolean part = number > 0 && access == (Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC);
        require(part || SIGNATURES.contains(name + descriptor + access), "it has a method " + name + descriptor);
    }

    // 0 for what is no part of the policy.
    private static int number(String name, String descriptor) {
        Matcher part = PART.matcher(name);
        if (!part.matches()) {
            return 0;
        }
        String expected = part.group(1).equals("decide")
                ? "(" + FACTS + ")" + DECISION
                : "(" + FACTS + "Ljava/util/List;)" + DECISION;
        return descriptor.equals(expected) ? Integer.parseInt(part.group(2)) : 0;
    }

    @Override
    public void visitInsn(int opcode) {
        require(PLAIN.contains(opcode), "its method " + name + " has the instruction " + opcode);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        require(opcode == Opcodes.BIPUSH || opcode == Opcodes.SIPUSH, "its method " + name + " makes an array");
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        require(
                opcode == Opcodes.ALOAD || opcode == Opcodes.ASTORE,
                "its method " + name + " has the instruction " + opcode);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        require(
                opcode == Opcodes.NEW && allowed.isCreated(type)
                        || opcode == Opcodes.ANEWARRAY && type.equals("java/lang/String"),
                "its method " + name + " uses the type " + type);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
        boolean read = opcode == Opcodes.GETSTATIC && (owner.equals(self) || allowed.isConstant(owner, descriptor));
        boolean set = opcode == Opcodes.PUTSTATIC && owner.equals(self) && name.equals("<clinit>");
        require(read || set, "its method " + name + " uses the field " + owner + "." + field);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean isInterface) {
        boolean part = opcode == Opcodes.INVOKESTATIC
                && owner.equals(self)
                && number(method, descriptor) > number
                && !name.equals("<clinit>");
        require(
                part || allowed.isCall(owner, method, descriptor),
                "its method " + name + " calls " + owner + "." + method + descriptor);
    }

    @Override
    public void visitLdcInsn(Object value) {
        require(
                value instanceof String || value instanceof Integer,
                "its method " + name + " loads " + value.getClass().getSimpleName());
    }

    @Override
    public void visitLabel(Label label) {
        passed.add(label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        require(JUMPS.contains(opcode), "its method " + name + " has the instruction " + opcode);
        require(!passed.contains(label), "its method " + name + " jumps back");
    }

    @Override
    public void visitInvokeDynamicInsn(String method, String descriptor, Handle bootstrap, Object... arguments) {
        throw refused("its method " + name + " calls something that is found at run time");
    }

    @Override
    public void visitIincInsn(int variable, int increment) {
        throw refused("its method " + name + " counts");
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label dflt, Label... labels) {
        throw refused("its method " + name + " has a switch");
    }

    @Override
    public void visitLookupSwitchInsn(Label dflt, int[] keys, Label[] labels) {
        throw refused("its method " + name + " has a switch");
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        throw refused("its method " + name + " makes an array of arrays");
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
        throw refused("its method " + name + " catches");
    }

    @Override
    public void visitAttribute(Attribute attribute) {
        throw refused("its method " + name + " has the attribute " + attribute.type);
    }
}
