package org.countersign.deploy.founding;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.EnumSet;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.countersign.contracts.validation.Aspect;
import org.countersign.deploy.topology.Topology;
import org.countersign.oracles.marketdata.Market;
import org.countersign.oracles.marketdata.MarketData;
import org.countersign.oracles.validation.CheckConfiguration;
import org.countersign.oracles.validation.TransferCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the demonstration's topology tells the authorities about their checks is what these take. */
class DemonstrationChecksTest {
    @TempDir
    Path directory;

    @Test
    void everyAspectHasACheckThatTakesItsSettings() throws Exception {
        Config settings = settings();
        Set<Aspect> judged = EnumSet.of(Aspect.OWNERSHIP);
        for (TransferCheck check : ServiceLoader.load(TransferCheck.class)) {
            Optional<CheckConfiguration> section = section(settings, check.name());
            if (section.isPresent()) {
                check.configure(section.get());
                judged.add(check.aspect());
            }
        }
        assertThat(judged).containsExactlyInAnyOrder(Aspect.values());
    }

    @Test
    void theMarketDataOfTheDemonstrationCanBeRead() throws Exception {
        CheckConfiguration capital = section(settings(), "countersign.capital").orElseThrow(AssertionError::new);
        Market market = new MarketData(capital.section("data")).at(java.time.Instant.parse("2026-11-20T10:00:00Z"));
        assertThat(market.getToday()).hasToString("2026-11-20");
    }

    private Config settings() throws IOException {
        Topology demo = Topology.read(Paths.get("topologies/demo.conf"));
        NodeDirectory node = new NodeDirectory(directory.resolve("authority-1"));
        new CordappConfigurationWriter(demo, "1").write(demo.member("authority-1"), node);
        return ConfigFactory.parseFile(
                node.getCordapps().resolve("config/countersign-oracles-1.conf").toFile());
    }

    private static Optional<CheckConfiguration> section(Config settings, String name) {
        String path = "checks." + name;
        return settings.hasPath(path)
                ? Optional.of(new CheckConfiguration(
                        path, settings.getConfig(path).root().unwrapped()))
                : Optional.empty();
    }
}
