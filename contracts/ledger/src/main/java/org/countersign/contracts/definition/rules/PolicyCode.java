package org.countersign.contracts.definition.rules;

import static org.countersign.contracts.definition.rules.UnlikePolicyException.require;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks the code of one method of a compiled policy (JVMS 8, section 6.5). It ends, and soon: jumps go forward only,
 * the parts of a policy call only parts with higher numbers, and each part is called in one place.
 */
final class PolicyCode {
    private static final int ICONST_0 = 0x03;
    private static final int ICONST_5 = 0x08;
    private static final int BIPUSH = 0x10;
    private static final int SIPUSH = 0x11;
    private static final int LDC = 0x12;
    private static final int LDC_W = 0x13;
    private static final int ALOAD = 0x19;
    private static final int ALOAD_0 = 0x2A;
    private static final int ALOAD_3 = 0x2D;
    private static final int ASTORE = 0x3A;
    private static final int ASTORE_0 = 0x4B;
    private static final int ASTORE_3 = 0x4E;
    private static final int AASTORE = 0x53;
    private static final int DUP = 0x59;
    private static final int IFEQ = 0x99;
    private static final int IFNE = 0x9A;
    private static final int IF_ACMPEQ = 0xA5;
    private static final int IF_ACMPNE = 0xA6;
    private static final int GOTO = 0xA7;
    private static final int ARETURN = 0xB0;
    private static final int RETURN = 0xB1;
    private static final int GETSTATIC = 0xB2;
    private static final int PUTSTATIC = 0xB3;
    private static final int INVOKEVIRTUAL = 0xB6;
    private static final int INVOKESPECIAL = 0xB7;
    private static final int INVOKESTATIC = 0xB8;
    private static final int INVOKEINTERFACE = 0xB9;
    private static final int NEW = 0xBB;
    private static final int ANEWARRAY = 0xBD;

    private static final Pattern PART = Pattern.compile("(decide|judge)([1-9][0-9]{0,3})(\\(.*)");
    private static final String CONSTANTS = "<clinit>";

    private final Vocabulary vocabulary;
    private final ConstantPool constants;
    private final String self;
    private final String method;
    private final int part;
    private final Set<Integer> called;
    private final Set<Integer> targets = new HashSet<>();
    // What the instruction before has pushed, or -1 if that is not known.
    private int pushed = -1;

    /**
     * Creates a check.
     *
     * @param vocabulary what the code may mention
     * @param constants the class's
     * @param self the class's name
     * @param method the method's name
     * @param part its number, 0 if it is no part of the policy
     * @param called the parts that are called already, positive for deciding and negative for judging; this method's
     *     are added
     */
    PolicyCode(
            Vocabulary vocabulary, ConstantPool constants, String self, String method, int part, Set<Integer> called) {
        this.vocabulary = vocabulary;
        this.constants = constants;
        this.self = self;
        this.method = method;
        this.part = part;
        this.called = called;
    }

    /** The number of a part by its name and descriptor, 0 if it is none. */
    static int partOf(String signature) {
        Matcher matcher = PART.matcher(signature);
        if (!matcher.matches()) {
            return 0;
        }
        String expected = matcher.group(1).equals("decide")
                ? Vocabulary.FACTS_TO_DECISION
                : Vocabulary.FACTS_AND_FINDINGS_TO_DECISION;
        return matcher.group(3).equals(expected) ? Integer.parseInt(matcher.group(2)) : 0;
    }

    void check(ByteBuffer code) throws UnlikePolicyException {
        while (code.hasRemaining()) {
            int at = code.position();
            boolean isJoined = targets.contains(at);
            int before = isJoined ? -1 : pushed;
            pushed = -1;
            check(code, code.get() & 0xFF, at, before);
        }
    }

    private void check(ByteBuffer code, int instruction, int at, int before) throws UnlikePolicyException {
        if (instruction >= ICONST_0 && instruction <= ICONST_5) {
            pushed = instruction - ICONST_0;
        } else if (!isPlain(instruction)) {
            switch (instruction) {
                case BIPUSH:
                    pushed = code.get();
                    break;
                case SIPUSH:
                    pushed = code.getShort();
                    break;
                case LDC:
                    require(constants.isLoadable(code.get() & 0xFF), said("loads what is neither text nor number"));
                    break;
                case LDC_W:
                    require(constants.isLoadable(index(code)), said("loads what is neither text nor number"));
                    break;
                case ALOAD:
                case ASTORE:
                    code.get();
                    break;
                case IFEQ:
                case IFNE:
                case IF_ACMPEQ:
                case IF_ACMPNE:
                case GOTO:
                    jump(code.getShort(), at);
                    break;
                default:
                    mention(code, instruction, before);
            }
        }
    }

    private static boolean isPlain(int instruction) {
        return instruction >= ALOAD_0 && instruction <= ALOAD_3
                || instruction >= ASTORE_0 && instruction <= ASTORE_3
                || instruction == AASTORE
                || instruction == DUP
                || instruction == ARETURN
                || instruction == RETURN;
    }

    private void jump(int distance, int at) throws UnlikePolicyException {
        require(distance > 0, said("jumps back"));
        targets.add(at + distance);
    }

    private void mention(ByteBuffer code, int instruction, int before) throws UnlikePolicyException {
        switch (instruction) {
            case GETSTATIC:
                String read = constants.field(index(code));
                require(read.startsWith(self + ".") || vocabulary.isConstant(read), said("reads the field " + read));
                break;
            case PUTSTATIC:
                String set = constants.field(index(code));
                require(set.startsWith(self + ".") && method.equals(CONSTANTS), said("sets the field " + set));
                break;
            case INVOKEINTERFACE:
                call(index(code), instruction, before);
                code.getShort();
                break;
            case INVOKEVIRTUAL:
            case INVOKESPECIAL:
            case INVOKESTATIC:
                call(index(code), instruction, before);
                break;
            case NEW:
                String type = constants.className(index(code));
                require(vocabulary.isMade(type), said("makes an object of " + type));
                break;
            case ANEWARRAY:
                require(constants.className(index(code)).equals("java/lang/String"), said("makes an array"));
                require(before >= 0 && method.equals(CONSTANTS), said("makes an array of unknown length"));
                break;
            default:
                throw new UnlikePolicyException(said("has the instruction " + instruction));
        }
    }

    private void call(int index, int instruction, int before) throws UnlikePolicyException {
        String callee = constants.method(index);
        if (instruction == INVOKESTATIC && callee.startsWith(self + ".")) {
            String signature = callee.substring(self.length() + 1);
            int number = partOf(signature);
            require(number > part && !method.equals(CONSTANTS), said("calls " + signature));
            require(called.add(signature.startsWith("judge") ? -number : number), said("calls again " + signature));
        } else {
            require(vocabulary.isCall(callee), said("calls " + callee));
            require(
                    !callee.equals(Vocabulary.NEW_LIST) || before >= 0 && method.equals("judge"),
                    said("makes a list of unknown length"));
        }
    }

    private static int index(ByteBuffer code) {
        return code.getShort() & 0xFFFF;
    }

    private String said(String what) {
        return "its method " + method + " " + what;
    }
}
