package org.countersign.client.cli.answer;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns that are as wide as their longest entry. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * Adds a row.
     *
     * @param cells its entries; rows may differ in length
     * @return this
     */
    public Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /**
     * The rows as lines, indented by two blanks, columns two blanks apart.
     *
     * @return one line per row
     */
    public List<String> lines() {
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                int width = row.get(column).length();
                if (column == widths.size()) {
                    widths.add(width);
                } else {
                    widths.set(column, Math.max(widths.get(column), width));
                }
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append("  ").append(row.get(column));
                line.append(" ".repeat(widths.get(column) - row.get(column).length()));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
