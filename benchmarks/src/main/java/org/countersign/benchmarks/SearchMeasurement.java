package org.countersign.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import org.countersign.language.search.QueryRefusedException;
import org.countersign.language.search.SearchQuery;
import org.countersign.workflows.definition.catalogue.CatalogueTable;

/** {@code bench search}: how long a registrar's database takes to answer a search of the catalogue. */
public final class SearchMeasurement {
    /** What members may ask: of much and of little, with and without an order, with every kind of term. */
    static final List<String> QUERIES = Collections.unmodifiableList(Arrays.asList(
            "kind = note and jurisdiction allows DE and denomination <= 1000 EUR",
            "symbol = S777",
            "has symbol",
            "kind = note",
            "kind = share and votes >= 10",
            "name contains \"textiles 99\"",
            "issuer = \"O=Bank 7 plc, L=London, C=GB\"",
            "issuer contains \"rail\" and not jurisdiction bars US",
            "maturity >= 2045-01-01 and maturity < 2046-01-01",
            "denomination > 40,000 CHF or denomination = 0.01 GBP",
            "jurisdiction allows US-NY and category allows retail",
            "jurisdiction bars US and jurisdiction allows CH",
            "category allows professional and currency = USD",
            "requires accredited and lock-up-from-issue <= 6 months",
            "status = frozen",
            "registered >= 2026-06-01 and registered < 2026-07-01 and kind = share",
            "amend.notice >= 1 month and compliance-committee = \"far-compliance\"",
            "not (kind = note or kind = share)",
            "maximum-transfer < 20 units and kyc-level.level = 3 and redemption > 102%",
            "class != \"Ordinary\" and votes < 3 and supply >= 900,000 units",
            "currency = JPY",
            "(name contains \"water\" or name contains \"cement\") and not has isin and denomination >= 1 EUR"));

    private static final int PAGE = 20;
    private static final int WARM_UP = 5;

    private SearchMeasurement() {}

    /**
     * Measures.
     *
     * @param arguments {@code --definitions=N}, {@code --rounds=N}, {@code --json}, {@code --verbose}, in any order
     * @throws IOException if there is no room for the database
     */
    public static void main(String[] arguments) throws IOException {
        int definitions = 10_000;
        int rounds = 30;
        boolean json = false;
        boolean verbose = false;
        for (String argument : arguments) {
            if (argument.equals("--json")) {
                json = true;
            } else if (argument.equals("--verbose")) {
                verbose = true;
            } else if (argument.startsWith("--definitions=")) {
                definitions = Arguments.number(argument);
            } else if (argument.startsWith("--rounds=")) {
                rounds = Arguments.number(argument);
            } else {
                throw Arguments.refused("No option is called " + argument
                        + "; there are --definitions=N, --rounds=N, --json, --verbose.");
            }
        }
        if (!verbose) {
            // What the database's tools tell about themselves.
            LogManager.getLogManager().reset();
        }
        Path directory = Files.createTempDirectory("countersign-search");
        // As a node opens its own.
        String url = "jdbc:h2:file:" + directory.resolve("persistence") + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0";
        try (CatalogueDatabase database = new CatalogueDatabase(url, "sa", "")) {
            System.err.println("Deriving the entries of " + definitions + " definitions.");
            long filled = fill(database, definitions);
            Map<String, long[]> times = measure(database, rounds);
            System.out.println(json ? json(definitions, filled, times) : text(definitions, filled, times));
        } finally {
            delete(directory);
        }
    }

    /** Puts definitions in; tells in milliseconds how long that took. */
    static long fill(CatalogueDatabase database, int definitions) {
        MadeUpSecurities securities = new MadeUpSecurities();
        long begun = System.nanoTime();
        for (int from = 0; from < definitions; from += 100) {
            int first = from;
            database.transaction(session -> {
                CatalogueTable table = new CatalogueTable(session);
                for (int number = first; number < Math.min(definitions, first + 100); number++) {
                    table.save(securities.next(number));
                }
                return null;
            });
        }
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private static Map<String, long[]> measure(CatalogueDatabase database, int rounds) {
        Map<String, long[]> times = new LinkedHashMap<>();
        QUERIES.forEach(query -> times.put(query, new long[rounds]));
        for (int round = -WARM_UP; round < rounds; round++) {
            for (String query : QUERIES) {
                long begun = System.nanoTime();
                ask(database, query);
                if (round >= 0) {
                    times.get(query)[round] = System.nanoTime() - begun;
                }
            }
        }
        return times;
    }

    // From the text of the query to the page with its attributes, as a registrar answers.
    private static int ask(CatalogueDatabase database, String query) {
        return database.transaction(session -> {
            try {
                return new CatalogueTable(session)
                        .firstPage(MadeUpSecurities.COMMITTEE, SearchQuery.read(query), PAGE)
                        .getEntries()
                        .size();
            } catch (QueryRefusedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static List<Long> all(Map<String, long[]> times) {
        List<Long> all = new ArrayList<>();
        times.values().forEach(each -> Arrays.stream(each).forEach(all::add));
        Collections.sort(all);
        return all;
    }

    private static long percentile(List<Long> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static long median(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String ms(long nanos) {
        return String.format(Locale.ROOT, "%.1f", nanos / 1e6);
    }

    private static String text(int definitions, long filled, Map<String, long[]> times) {
        List<Long> all = all(times);
        List<String> lines = new ArrayList<>();
        lines.add(definitions + " definitions, derived and stored in " + filled + " ms; pages of " + PAGE + ", "
                + all.size() + " searches, in milliseconds:");
        lines.add(String.format(
                Locale.ROOT,
                "  p50 %s   p95 %s   p99 %s   most %s",
                ms(percentile(all, 50)),
                ms(percentile(all, 95)),
                ms(percentile(all, 99)),
                ms(all.get(all.size() - 1))));
        lines.add("");
        lines.add("The median of each:");
        times.forEach((query, each) -> lines.add(String.format(Locale.ROOT, "  %8s  %s", ms(median(each)), query)));
        return String.join(System.lineSeparator(), lines);
    }

    private static String json(int definitions, long filled, Map<String, long[]> times) {
        List<Long> all = all(times);
        List<String> medians = new ArrayList<>();
        times.forEach((query, each) -> medians.add(
                "{\"query\":\"" + query.replace("\"", "\\\"") + "\",\"p50\":\"" + ms(median(each)) + "\"}"));
        return "{\"definitions\":" + definitions + ",\"searches\":" + all.size() + ",\"unit\":\"ms\",\"filled\":\""
                + filled
                + "\",\"p50\":\"" + ms(percentile(all, 50)) + "\",\"p95\":\"" + ms(percentile(all, 95))
                + "\",\"p99\":\""
                + ms(percentile(all, 99)) + "\",\"most\":\"" + ms(all.get(all.size() - 1)) + "\",\"queries\":["
                + String.join(",", medians) + "]}";
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> all = new ArrayList<>();
            files.forEach(all::add);
            all.sort(Comparator.reverseOrder());
            for (Path file : all) {
                Files.delete(file);
            }
        }
    }
}
