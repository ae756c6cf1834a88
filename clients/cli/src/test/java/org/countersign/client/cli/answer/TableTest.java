package org.countersign.client.cli.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsAreAsWideAsTheirLongestEntry() {
        assertThat(new Table()
                        .row("a", "long entry", "z")
                        .row("wide", "b")
                        .row("c", "d", "e")
                        .lines())
                .containsExactly("  a     long entry  z", "  wide  b", "  c     d           e");
    }
}
