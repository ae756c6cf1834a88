package org.countersign.deploy.topology;

import com.typesafe.config.Config;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** What a member's node is given beyond what every node of its roles has: jars, and the settings of its checks. */
public final class Extensions {
    private final List<Path> cordapps;
    private final Config checks;

    Extensions(List<Path> cordapps, Config checks) {
        this.cordapps = Collections.unmodifiableList(new ArrayList<>(cordapps));
        this.checks = Objects.requireNonNull(checks, "checks");
    }

    /** Jars that go into the node's {@code cordapps} directory beside the usual ones; they exist. */
    public List<Path> getCordapps() {
        return cordapps;
    }

    /** The settings of the checks that an authority runs, by the checks' names; empty for most members. */
    public Config getChecks() {
        return checks;
    }
}
