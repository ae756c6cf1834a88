package org.countersign.language.compile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Writes a zip file whose bytes follow from its content alone: no compression, whose result depends on the library; no
 * times, which depend on clock and zone. By hand, because the JDK's writer sets some fields differently from version to
 * version.
 */
final class StoredZip {
    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int CENTRAL_HEADER = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final short VERSION = 10;
    private static final short UTF8_NAMES = 0x0800;
    private static final short MIDNIGHT = 0;
    // 1 February 1980, as the format counts; the first day that all readers agree about.
    private static final short DAY = 0b0000000_0010_00001;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int entries;

    private StoredZip() {}

    /**
     * Writes a zip file.
     *
     * @param content the entries by name, in their order
     * @return the file
     */
    static byte[] write(Map<String, byte[]> content) {
        StoredZip zip = new StoredZip();
        content.forEach(zip::entry);
        return zip.end();
    }

    private void entry(String name, byte[] content) {
        byte[] encodedName = name.getBytes(StandardCharsets.UTF_8);
        int offset = file.size();
        append(
                file,
                buffer(30)
                        .putInt(LOCAL_HEADER)
                        .put(description(encodedName, content))
                        .putShort((short) 0));
        append(file, ByteBuffer.wrap(encodedName));
        append(file, ByteBuffer.wrap(content));
        append(
                directory,
                buffer(46)
                        .putInt(CENTRAL_HEADER)
                        .putShort(VERSION)
                        .put(description(encodedName, content))
                        // Neither extra field nor comment, first disk, no attributes.
                        .putShort((short) 0)
                        .putShort((short) 0)
                        .putShort((short) 0)
                        .putShort((short) 0)
                        .putInt(0)
                        .putInt(offset));
        append(directory, ByteBuffer.wrap(encodedName));
        entries++;
    }

    private static byte[] description(byte[] name, byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(content, 0, content.length);
        return buffer(24)
                .putShort(VERSION)
                .putShort(UTF8_NAMES)
                .putShort((short) 0)
                .putShort(MIDNIGHT)
                .putShort(DAY)
                .putInt((int) checksum.getValue())
                .putInt(content.length)
                .putInt(content.length)
                .putShort((short) name.length)
                .array();
    }

    private byte[] end() {
        int start = file.size();
        append(file, ByteBuffer.wrap(directory.toByteArray()));
        append(
                file,
                buffer(22)
                        .putInt(END)
                        .putShort((short) 0)
                        .putShort((short) 0)
                        .putShort((short) entries)
                        .putShort((short) entries)
                        .putInt(directory.size())
                        .putInt(start)
                        .putShort((short) 0));
        return file.toByteArray();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void append(ByteArrayOutputStream stream, ByteBuffer bytes) {
        stream.write(bytes.array(), 0, bytes.array().length);
    }
}
