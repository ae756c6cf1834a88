package org.countersign.deploy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The status of a network as a table for people. */
final class StatusTable {
    private static final List<String> HEADINGS =
            Arrays.asList("MEMBER", "STATE", "ROLES", "RPC", "P2P", "RSS MiB", "UPTIME", "PID");

    private StatusTable() {}

    static String of(Map<String, Object> status) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        long mebibytes = 0;
        for (Object entry : (List<?>) status.get("members")) {
            Map<?, ?> member = (Map<?, ?>) entry;
            Map<?, ?> ports = (Map<?, ?>) member.get("ports");
            List<String> roles = new ArrayList<>();
            ((List<?>) member.get("roles")).forEach(role -> roles.add(role.toString()));
            Object memory = member.get("residentMebibytes");
            mebibytes += memory == null ? 0 : (Long) memory;
            rows.add(Arrays.asList(
                    member.get("id").toString(),
                    member.get("state").toString(),
                    String.join("+", roles),
                    ports.get("rpc").toString(),
                    ports.get("p2p").toString(),
                    text(memory),
                    uptime((Long) member.get("uptimeSeconds")),
                    text(member.get("pid"))));
        }
        return "Network " + status.get("name") + ", " + mebibytes + " MiB in all" + System.lineSeparator()
                + format(rows);
    }

    private static String text(Object value) {
        return value == null ? "-" : value.toString();
    }

    private static String uptime(Long seconds) {
        if (seconds == null) {
            return "-";
        }
        return String.format("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private static String format(List<List<String>> rows) {
        int[] widths = new int[HEADINGS.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(String.format("%-" + (widths[i] + 2) + "s", row.get(i)));
            }
            table.append(line.toString().replaceAll(" +$", "")).append(System.lineSeparator());
        }
        return table.toString().replaceAll("\\R$", "");
    }
}
