package org.countersign.language.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.language.Sources;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The reference of the catalogue has every attribute, and its queries are queries. With
 * {@code -Dcountersign.reference=write} its table is written anew.
 */
class CatalogueReferenceTest {
    private static final Path PAGE = Paths.get("").toAbsolutePath().resolve("../../docs/reference/catalogue.md");
    private static final String HEADING = "## The attributes\n";
    private static final Pattern QUERIES = Pattern.compile("```query\n(.*?)```", Pattern.DOTALL);

    private static String table() {
        List<String> lines = new ArrayList<>();
        lines.add("| attribute | its values | published by | what it is |");
        lines.add("| --- | --- | --- | --- |");
        for (SearchAttribute attribute : SearchAttributes.ofLedger().all()) {
            String values = attribute.getWords().isEmpty()
                    ? attribute.getType().getDescription()
                    : attribute.getWords().size() > 12 ? "a rule's word" : String.join(", ", attribute.getWords());
            lines.add("| `" + attribute + "` | " + values + " | "
                    + (attribute.getPublishedBy().isEmpty() ? "always" : "`" + attribute.getPublishedBy() + "`") + " | "
                    + attribute.getMeaning() + " |");
        }
        return String.join("\n", lines) + "\n";
    }

    @Test
    @DisplayName("The table has every attribute of the language")
    void everyAttribute() throws Exception {
        String page = Sources.read(PAGE);
        String before = page.substring(0, page.indexOf(HEADING) + HEADING.length());
        String expected = before + "\n" + table();
        if ("write".equals(System.getProperty("countersign.reference"))) {
            Files.write(PAGE, expected.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Sources.read(PAGE)).isEqualTo(expected);
    }

    @Test
    @DisplayName("The queries of the page are in order, and its bounds are those of the code")
    void queries() throws Exception {
        String page = Sources.read(PAGE);
        Matcher examples = QUERIES.matcher(page);
        int queries = 0;
        while (examples.find()) {
            for (String query : examples.group(1).trim().split("\n")) {
                assertThat(SearchQuery.read(query)).isNotNull();
                queries++;
            }
        }
        assertThat(queries).isGreaterThan(10);
        assertThat(page)
                .contains(
                        String.format(Locale.ROOT, "%,d characters", QueryReader.LONGEST),
                        QueryReader.MOST_TERMS + " terms",
                        QueryReader.DEEPEST + " times `(` or `not`",
                        String.format(Locale.ROOT, "%,d facts", CatalogueFacts.MOST));
    }
}
