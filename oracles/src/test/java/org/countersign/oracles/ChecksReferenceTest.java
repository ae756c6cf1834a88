package org.countersign.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.contracts.validation.Finding;
import org.countersign.oracles.position.Trade;
import org.countersign.oracles.validation.CheckConfiguration;
import org.countersign.oracles.validation.TransferCheck;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked example of docs/reference/checks.md, with its own files, settings and results. */
class ChecksReferenceTest {
    private static final Pattern FILE = Pattern.compile("```csv (\\S+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SETTINGS = Pattern.compile("```hocon\n(checks.*?)```", Pattern.DOTALL);
    private static final Pattern RESULT =
            Pattern.compile("\\| (countersign\\.\\S+) \\| (\\S+) \\| (\\S+) \\| (\\S+) \\| ([A-Z_]+) \\|");

    @TempDir
    Path directory;

    @Test
    @DisplayName("the worked example of the reference comes out as it is written there")
    void workedExample() throws Exception {
        String reference = read(Paths.get("..", "docs", "reference", "checks.md"));
        Matcher files = FILE.matcher(reference);
        while (files.find()) {
            Path file = directory.resolve(files.group(1));
            Files.createDirectories(file.getParent());
            Files.write(file, files.group(2).getBytes(StandardCharsets.UTF_8));
        }
        List<String> results = new ArrayList<>();
        for (TransferCheck check : ServiceLoader.load(TransferCheck.class)) {
            CheckConfiguration settings = settings(reference, check.name());
            if (settings != null) {
                check.configure(settings);
                for (Finding finding : check.check(trade().facts())) {
                    results.add(line(finding));
                }
            }
        }
        List<String> written = new ArrayList<>();
        Matcher lines = RESULT.matcher(reference);
        while (lines.find()) {
            written.add(lines.group());
        }
        assertThat(results).hasSize(10).containsExactlyElementsOf(written);
    }

    private static Trade trade() {
        return Trade.transfer(Trade.ACME, "100000")
                .holds(Trade.DEALER_A, "10000", "0")
                .holds(Trade.DEALER_B, "0", "10000")
                .holdsToo(Trade.DEALER_B, Trade.NOTE, "50");
    }

    private static String line(Finding finding) {
        return "| " + finding.getRequirement() + " | "
                + finding.getFigures().get(0).getValue().toPlainString() + " | "
                + finding.getFigures().get(1).getValue().toPlainString() + " | "
                + finding.getFigures().get(2).getValue().toPlainString() + " | " + finding.getResult() + " |";
    }

    private CheckConfiguration settings(String reference, String check) {
        Matcher settings = SETTINGS.matcher(reference);
        assertThat(settings.find()).isTrue();
        String hocon = settings.group(1).replaceAll("/srv/countersign/(\\S+)", "\"" + directory + "/$1\"");
        Config checks = ConfigFactory.parseString(hocon).resolve().getConfig("checks");
        return checks.hasPath(check)
                ? new CheckConfiguration(
                        "checks." + check, checks.getConfig(check).root().unwrapped())
                : null;
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
