package org.countersign.contracts.identity;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The statuses of a list: two bits per credential, the lower index in the lower bits of a byte, all of it compressed
 * with DEFLATE in the ZLIB format (IETF Token Status List, sections 4.1 and 4.2). An index says nothing about whose
 * credential it is.
 */
public final class CredentialStatuses {
    private static final int BITS = 2;
    private static final int IN_A_BYTE = 4;
    private static final int MASK = 3;

    private final byte[] bytes;

    private CredentialStatuses(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A list in which nothing is withdrawn.
     *
     * @param size how many credentials it has room for, a multiple of four
     * @return the list
     */
    public static CredentialStatuses allValid(int size) {
        return new CredentialStatuses(new byte[size / IN_A_BYTE]);
    }

    /**
     * Reads a list.
     *
     * @param compressed the list in its compressed form
     * @param size how many credentials it has room for, a multiple of four
     * @return the list
     * @throws IllegalArgumentException if the bytes are not exactly one such list. No more is unpacked than the size
     *     allows, whatever the bytes are
     */
    public static CredentialStatuses read(byte[] compressed, int size) {
        byte[] bytes = new byte[size / IN_A_BYTE];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(compressed);
            int length = 0;
            int read = 1;
            while (read > 0 && length < bytes.length) {
                read = inflater.inflate(bytes, length, bytes.length - length);
                length += read;
            }
            // The check sum and the end stand behind the last byte.
            boolean ended = inflater.finished() || inflater.inflate(new byte[1]) == 0 && inflater.finished();
            if (length != bytes.length || !ended || inflater.getRemaining() != 0) {
                throw new IllegalArgumentException("The list has not " + size + " statuses.");
            }
        } catch (DataFormatException malformed) {
            throw new IllegalArgumentException("The list is not in the ZLIB format.", malformed);
        } finally {
            inflater.end();
        }
        CredentialStatuses statuses = new CredentialStatuses(bytes);
        for (byte four : bytes) {
            if ((four & (four >> 1) & 0x55) != 0) {
                throw new IllegalArgumentException("The list has a status that has no meaning.");
            }
        }
        return statuses;
    }

    /**
     * The compressed form. It may differ from one version of the compressing library to another; what it says does not.
     *
     * @return bytes that {@link #read} takes
     */
    public byte[] compressed() {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[1024];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** How many credentials the list has room for. */
    public int size() {
        return bytes.length * IN_A_BYTE;
    }

    /**
     * The status of a credential.
     *
     * @param index its place, from zero
     * @return how it stands
     */
    public CredentialStatus get(int index) {
        return CredentialStatus.values()[bytes[index / IN_A_BYTE] >> shift(index) & MASK];
    }

    /**
     * The list with another status at one place.
     *
     * @param index the place, from zero
     * @param status how that credential stands then
     * @return a list of its own
     */
    public CredentialStatuses with(int index, CredentialStatus status) {
        byte[] changed = bytes.clone();
        int others = changed[index / IN_A_BYTE] & ~(MASK << shift(index));
        changed[index / IN_A_BYTE] = (byte) (others | status.ordinal() << shift(index));
        return new CredentialStatuses(changed);
    }

    private static int shift(int index) {
        return index % IN_A_BYTE * BITS;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CredentialStatuses && Arrays.equals(bytes, ((CredentialStatuses) other).bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
