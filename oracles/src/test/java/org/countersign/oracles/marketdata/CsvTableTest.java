package org.countersign.oracles.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.nio.file.Paths;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTableTest {
    private static final Path FILE = Paths.get("somewhere", "data.csv");

    @Test
    @DisplayName("quoted fields may hold commas, quotation marks and line breaks")
    void quotedFields() throws Exception {
        CsvTable table =
                CsvTable.read(FILE, "\uFEFFname,value\r\n\"a, \"\"b\"\"\nc\",1\r\n\r\nplain,2", "name", "value");
        assertThat(table.getRows()).hasSize(2);
        assertThat(table.getRows().get(0).text("name")).isEqualTo("a, \"b\"\nc");
        assertThat(table.getRows().get(1).decimal("value")).isEqualByComparingTo("2");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "name,value;x,\"1|line 2, opens a quotation mark that is never closed",
                "name,value;x,1\"2|line 2, has a quotation mark within a field",
                "name,value;\"x\"y,1|line 2, has text after a closing quotation mark",
                "name,value;x|line 2, has 1 fields. There are 2 columns",
                "name;x|line 1, column value, is missing",
                "name,value,more;x,1,2|line 1, column more, is not known",
                "name,name,value;x,y,1|line 1, column name, is there twice",
                "name,,value;x,y,1|is there twice or has no name"
            })
    void whatIsWrongIsNamedWithItsPlace(String text, String told) {
        assertThatThrownBy(() -> CsvTable.read(FILE, text.replace(';', '\n'), "name", "value"))
                .isInstanceOf(DataFileException.class)
                .hasMessageStartingWith("The file data.csv, ")
                .hasMessageContaining(told)
                // Where the authority keeps its files is nobody else's business.
                .hasMessageNotContaining("somewhere");
    }

    @Test
    @DisplayName("an empty file is not a table")
    void emptyFile() {
        assertThatThrownBy(() -> CsvTable.read(FILE, "", "name")).hasMessageContaining("is empty");
    }

    @Test
    @DisplayName("what cannot be read in a reason is left out of it")
    void reasonsStayReadable() throws Exception {
        StringBuilder endless = new StringBuilder("\"1\n\u0007");
        for (int digit = 0; digit < 2_000; digit++) {
            endless.append('9');
        }
        CsvRow row = CsvTable.read(FILE, "name,value\nx," + endless.append('"'), "name", "value")
                .getRows()
                .get(0);
        assertThatThrownBy(() -> row.decimal("value"))
                .hasMessageContaining("line 2, column value, is '1??999")
                .hasMessageContaining("9... Give a decimal")
                .satisfies(wrong -> assertThat(wrong.getMessage()).hasSizeLessThan(500));
    }

    @ParameterizedTest(name = "{0} is not a decimal here")
    @CsvSource({"1e999999999", "NaN", "1.", ".5", "1000000000000000000000000000"})
    void numbersHaveNoExponentAndNoEnd(String number) throws Exception {
        CsvRow row = CsvTable.read(FILE, "name,value\nx," + number, "name", "value")
                .getRows()
                .get(0);
        assertThatThrownBy(() -> row.decimal("value"))
                .hasMessageContaining("line 2, column value, is '" + number + "'.");
    }
}
