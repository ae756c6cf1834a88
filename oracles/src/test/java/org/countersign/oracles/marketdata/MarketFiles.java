package org.countersign.oracles.marketdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicLong;

/** Files of market data of the tests. */
public final class MarketFiles {
    /** Published LEIs, of three companies that have nothing to do with the securities here. */
    public static final String LEI_1 = "5493000IBP32UQZ0KL24";

    public static final String LEI_2 = "213800WSGIIZCXF1P572";
    public static final String LEI_3 = "54930084UKLVMY22DS16";

    private static final AtomicLong TICKS = new AtomicLong(1_700_000_000_000L);

    private final Path directory;

    public MarketFiles(Path directory) {
        this.directory = directory;
        write(
                "instruments.csv",
                "symbol,isin,cfi,issuer,rating,currency\n"
                        + "ACME,,ESVUFR," + LEI_1 + ",,GBP\n"
                        + "NOTE,US0378331005,DBFUFR," + LEI_2 + ",A,EUR\n");
        write(
                "prices.csv",
                "isin,symbol,price,currency,quotation,date\n"
                        + ",ACME,2.50,GBP,per-unit,2026-11-19\n"
                        + "US0378331005,NOTE,98.5,EUR,percent,2026-11-20\n");
        // Rounded so that one can follow by head: a pound is 1.25 euros.
        write("rates.csv", "Date, USD, GBP, \n20 November 2026, 1.10, 0.80, \n");
    }

    /** Writes a file so that it is seen to have changed. */
    public Path write(String name, String text) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            Files.setLastModifiedTime(file, FileTime.fromMillis(TICKS.addAndGet(10_000)));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The section {@code data} of a check. */
    public String section() {
        return "data { instruments = \"" + directory.resolve("instruments.csv") + "\", prices = \""
                + directory.resolve("prices.csv") + "\", rates = \"" + directory.resolve("rates.csv")
                + "\", pricesMayBeDaysOld = 5, ratesMayBeDaysOld = 5 }\n";
    }
}
