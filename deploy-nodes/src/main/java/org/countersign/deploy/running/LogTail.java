package org.countersign.deploy.running;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The end of a text file that may be large and may be growing. */
final class LogTail {
    private static final int GREATEST_WIDTH = 300;
    private static final long GREATEST_SEARCHED = 1 << 20;
    private static final int BLOCK = 1 << 16;

    private LogTail() {}

    /** The last lines of a file, oldest first; none if there is no such file. */
    static List<String> lastLines(Path file, int count) throws IOException {
        if (!Files.exists(file)) {
            return Collections.emptyList();
        }
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            long begin = content.length();
            byte[] tail = new byte[0];
            // One line more than asked for, because the first one may be cut.
            while (begin > 0 && lines(tail).size() <= count) {
                int size = (int) Math.min(BLOCK, begin);
                begin -= size;
                byte[] longer = new byte[size + tail.length];
                content.seek(begin);
                content.readFully(longer, 0, size);
                System.arraycopy(tail, 0, longer, size, tail.length);
                tail = longer;
            }
            List<String> lines = lines(tail);
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        }
    }

    /**
     * What has been added to a log since it had a certain length: from the last error on if there is one, else the end.
     * Long lines are cut.
     */
    static List<String> lastError(Path file, long from, int count) throws IOException {
        List<String> added = added(file, from);
        int begin = Math.max(0, added.size() - count);
        for (int i = 0; i < added.size(); i++) {
            if (added.get(i).startsWith("[ERROR]")) {
                begin = i;
            }
        }
        return added.subList(begin, Math.min(added.size(), begin + count)).stream()
                .map(line -> line.length() > GREATEST_WIDTH ? line.substring(0, GREATEST_WIDTH) + "…" : line)
                .collect(Collectors.toList());
    }

    private static List<String> added(Path file, long from) throws IOException {
        if (!Files.exists(file)) {
            return Collections.emptyList();
        }
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            // A log that has become shorter has been begun anew.
            long begin = from > content.length() ? 0 : from;
            begin = Math.max(begin, content.length() - GREATEST_SEARCHED);
            byte[] text = new byte[(int) (content.length() - begin)];
            content.seek(begin);
            content.readFully(text);
            return lines(text);
        }
    }

    private static List<String> lines(byte[] text) {
        if (text.length == 0) {
            return Collections.emptyList();
        }
        return new ArrayList<>(Arrays.asList(new String(text, StandardCharsets.UTF_8).split("\n")));
    }
}
