package org.countersign.contracts.definition.rules;

import static org.countersign.contracts.definition.rules.UnlikePolicyException.require;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.countersign.contracts.compliance.ParameterType;

/** The constants of a class file (JVMS 8, section 4.4), of the kinds that a compiled policy needs. */
final class ConstantPool {
    private static final int TEXT = 1;
    private static final int INTEGER = 3;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;

    // A character has up to three bytes. Of a number, which is worked out from its text, longer ones would cost much.
    private static final int LONGEST = 3 * ParameterType.LONGEST_TEXT;

    private final int[] kinds;
    private final int[] first;
    private final int[] second;
    private final String[] texts;

    private ConstantPool(int size) {
        kinds = new int[size];
        first = new int[size];
        second = new int[size];
        texts = new String[size];
    }

    static ConstantPool read(ByteBuffer file) throws UnlikePolicyException {
        ConstantPool pool = new ConstantPool(file.getShort() & 0xFFFF);
        for (int index = 1; index < pool.kinds.length; index++) {
            pool.read(file, index);
        }
        return pool;
    }

    private void read(ByteBuffer file, int index) throws UnlikePolicyException {
        int kind = file.get();
        kinds[index] = kind;
        switch (kind) {
            case TEXT:
                byte[] text = new byte[file.getShort() & 0xFFFF];
                file.get(text);
                // One character a byte. What is compared with it is ASCII, so that nothing else can look like it.
                texts[index] = new String(text, StandardCharsets.ISO_8859_1);
                break;
            case INTEGER:
                first[index] = file.getInt();
                break;
            case CLASS:
            case STRING:
                first[index] = file.getShort() & 0xFFFF;
                break;
            case FIELD:
            case METHOD:
            case INTERFACE_METHOD:
            case NAME_AND_TYPE:
                first[index] = file.getShort() & 0xFFFF;
                second[index] = file.getShort() & 0xFFFF;
                break;
            default:
                throw new UnlikePolicyException("it has a constant of kind " + kind);
        }
    }

    private int ofKind(int index, int kind) throws UnlikePolicyException {
        require(index > 0 && index < kinds.length && kinds[index] == kind, "its constant " + index + " is another");
        return index;
    }

    /** A text, one character a byte. */
    String text(int index) throws UnlikePolicyException {
        return texts[ofKind(index, TEXT)];
    }

    /** The name of a class, with slashes. */
    String className(int index) throws UnlikePolicyException {
        return text(first[ofKind(index, CLASS)]);
    }

    /** A field as owner, point, name, blank and descriptor. */
    String field(int index) throws UnlikePolicyException {
        return member(ofKind(index, FIELD), " ");
    }

    /** A method as owner, point, name and descriptor. */
    String method(int index) throws UnlikePolicyException {
        boolean ofInterface = index > 0 && index < kinds.length && kinds[index] == INTERFACE_METHOD;
        return member(ofInterface ? index : ofKind(index, METHOD), "");
    }

    private String member(int index, String between) throws UnlikePolicyException {
        int nameAndType = ofKind(second[index], NAME_AND_TYPE);
        return className(first[index]) + "." + text(first[nameAndType]) + between + text(second[nameAndType]);
    }

    /** Whether a constant can be loaded by a policy: a whole number, or a text no longer than a rule's value can be. */
    boolean isLoadable(int index) throws UnlikePolicyException {
        boolean known = index > 0 && index < kinds.length;
        return known && kinds[index] == INTEGER
                || known && kinds[index] == STRING && text(first[index]).length() <= LONGEST;
    }
}
