package org.countersign.contracts.definition.rules;

import static org.countersign.contracts.definition.rules.UnlikePolicyException.require;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.compliance.ParameterType;

/**
 * Checks the code of one method of a compiled policy (JVMS 8, section 6.5). It ends, and soon: jumps go forward only,
 * the parts of a policy call only parts with higher numbers, and what {@link PolicyWork} bounds they do once. Rules and
 * their values are made where the constants are, and nowhere else.
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

    private final Vocabulary vocabulary;
    private final ConstantPool constants;
    private final String self;
    private final String signature;
    private final boolean makes;
    private final boolean decides;
    private final boolean judges;
    private final PolicyWork work;
    private final Set<Integer> targets = new HashSet<>();
    // What the instruction before has pushed, or -1 if that is not known.
    private int pushed = -1;
    // How many variables were loaded since a rule was, with nothing else in between; or -1 if that is not known.
    private int loaded = -1;

    /**
     * Creates a check.
     *
     * @param vocabulary what the code may mention
     * @param constants the class's
     * @param self the class's name
     * @param signature the method's name and descriptor
     * @param work what the class's methods do together
     */
    PolicyCode(Vocabulary vocabulary, ConstantPool constants, String self, String signature, PolicyWork work) {
        this.vocabulary = vocabulary;
        this.constants = constants;
        this.self = self;
        this.signature = signature;
        this.makes = signature.startsWith("<clinit>");
        this.decides = signature.startsWith("decide");
        this.judges = signature.startsWith("judge");
        this.work = work;
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
            int pushedBefore = isJoined ? -1 : pushed;
            int loadedBefore = isJoined ? -1 : loaded;
            pushed = -1;
            loaded = -1;
            check(code, code.get() & 0xFF, at, pushedBefore, loadedBefore);
        }
    }

    private void check(ByteBuffer code, int instruction, int at, int pushedBefore, int loadedBefore)
            throws UnlikePolicyException {
        if (instruction >= ICONST_0 && instruction <= ICONST_5) {
            pushed = instruction - ICONST_0;
            return;
        }
        switch (instruction) {
            case BIPUSH:
                pushed = code.get();
                break;
            case SIPUSH:
                pushed = code.getShort();
                break;
            case LDC:
                load(code.get() & 0xFF);
                break;
            case LDC_W:
                load(index(code));
                break;
            case IFEQ:
            case IFNE:
            case IF_ACMPEQ:
            case IF_ACMPNE:
            case GOTO:
                jump(code.getShort(), at);
                break;
            case ARETURN:
            case RETURN:
                break;
            case AASTORE:
                require(makes, said("fills an array"));
                break;
            case DUP:
                // Elsewhere it could be a rule that is asked twice.
                require(makes || judges && partOf(signature) == 0, said("has the instruction " + instruction));
                break;
            case GETSTATIC:
                read(constants.field(index(code)));
                break;
            case PUTSTATIC:
                String set = constants.field(index(code));
                require(makes && work.isDeclared(set), said("sets the field " + set));
                break;
            default:
                if (!variable(code, instruction, loadedBefore)) {
                    mention(code, instruction, pushedBefore, loadedBefore);
                }
        }
    }

    private void load(int index) throws UnlikePolicyException {
        require(constants.isLoadable(index), said("loads what is neither a short text nor a number"));
    }

    private void jump(int distance, int at) throws UnlikePolicyException {
        require(distance > 0, said("jumps back"));
        targets.add(at + distance);
    }

    private void read(String field) throws UnlikePolicyException {
        if (work.isDeclared(field)) {
            require(decides || judges, said("reads the field " + field));
            require(work.ask(field, decides), said("asks again " + field));
            loaded = 0;
        } else {
            require(vocabulary.isConstant(field), said("reads the field " + field));
        }
    }

    // Constants need none, and what is kept in one could be used twice.
    private boolean variable(ByteBuffer code, int instruction, int loadedBefore) throws UnlikePolicyException {
        boolean loads = instruction == ALOAD || instruction >= ALOAD_0 && instruction <= ALOAD_3;
        boolean stores = instruction == ASTORE || instruction >= ASTORE_0 && instruction <= ASTORE_3;
        require(!makes || !loads && !stores, said("has variables"));
        if (instruction == ALOAD || instruction == ASTORE) {
            code.get();
        }
        if (loads && loadedBefore >= 0) {
            loaded = loadedBefore + 1;
        }
        return loads || stores;
    }

    private void mention(ByteBuffer code, int instruction, int pushedBefore, int loadedBefore)
            throws UnlikePolicyException {
        switch (instruction) {
            case INVOKEINTERFACE:
                call(constants.method(index(code)), false, pushedBefore, loadedBefore);
                code.getShort();
                break;
            case INVOKEVIRTUAL:
            case INVOKESPECIAL:
            case INVOKESTATIC:
                call(constants.method(index(code)), instruction == INVOKESTATIC, pushedBefore, loadedBefore);
                break;
            case NEW:
                String type = constants.className(index(code));
                boolean reports = judges
                        && partOf(signature) == 0
                        && (type.equals(Vocabulary.LIST) || type.equals(Vocabulary.REPORT));
                require(makes && vocabulary.isMade(type) || reports, said("makes an object of " + type));
                break;
            case ANEWARRAY:
                require(constants.className(index(code)).equals("java/lang/String"), said("makes an array"));
                require(
                        makes && pushedBefore >= 0 && pushedBefore <= ParameterType.LONGEST_LIST,
                        said("makes an array of unknown length, or a long one"));
                break;
            default:
                throw new UnlikePolicyException(said("has the instruction " + instruction));
        }
    }

    private void call(String callee, boolean isStatic, int pushedBefore, int loadedBefore)
            throws UnlikePolicyException {
        if (isStatic && callee.startsWith(self + ".")) {
            callPart(callee.substring(self.length() + 1));
        } else if (callee.equals(Vocabulary.NEW_LIST)) {
            require(
                    judges && pushedBefore >= 0 && pushedBefore <= CompliancePolicy.LARGEST_SIZE,
                    said("makes a list of unknown length, or a long one"));
        } else if (vocabulary.isDeciding(callee) || vocabulary.isJudging(callee)) {
            // A rule, and at once what it is asked about: so a rule that is read once cannot be asked twice.
            require(
                    decides && vocabulary.isDeciding(callee) && loadedBefore == 1
                            || judges && vocabulary.isJudging(callee) && loadedBefore == 2,
                    said("asks elsewhere: " + callee));
        } else {
            require(
                    makes && vocabulary.isMaking(callee)
                            || (decides || judges) && vocabulary.isComposition(callee)
                            || judges && callee.equals(Vocabulary.NEW_REPORT)
                            || signature.startsWith("<init>") && callee.equals(Vocabulary.NEW_OBJECT),
                    said("calls " + callee));
        }
    }

    private void callPart(String callee) throws UnlikePolicyException {
        boolean sameKind = callee.startsWith("decide") ? decides : judges;
        require(sameKind && partOf(callee) > partOf(signature), said("calls " + callee));
        require(work.call(signature, callee), said("calls again " + callee));
    }

    private static int index(ByteBuffer code) {
        return code.getShort() & 0xFFFF;
    }

    private String said(String what) {
        return "its method " + signature.substring(0, signature.indexOf('(')) + " " + what;
    }
}
