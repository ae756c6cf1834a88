package org.countersign.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Objects;
import java.util.Properties;

/** What was built and unpacked on this machine, and where it lies: the clone of the repository. */
public final class Installation {
    private final Path home;
    private final Path javaHome;
    private final Properties build;

    private Installation(Path home, Path javaHome, Properties build) {
        this.home = Objects.requireNonNull(home, "home");
        this.javaHome = javaHome;
        this.build = build;
    }

    /**
     * The installation that the launcher script has named, by the system property {@code countersign.home}.
     *
     * @return the installation
     */
    public static Installation ofThisProcess() {
        String home = System.getProperty("countersign.home");
        if (home == null) {
            throw new IllegalStateException("The system property countersign.home is not set.");
        }
        return at(Paths.get(home));
    }

    /**
     * The installation in a directory.
     *
     * @param home the root of the repository
     * @return the installation, with the Java that this process runs on
     */
    public static Installation at(Path home) {
        Properties build = new Properties();
        try (InputStream text = Installation.class.getResourceAsStream("build.properties")) {
            build.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException("build.properties cannot be read", e);
        }
        return new Installation(home.toAbsolutePath().normalize(), Paths.get(System.getProperty("java.home")), build);
    }

    /** The root of the repository. */
    public Path getHome() {
        return home;
    }

    /** The unpacked Corda capsule. */
    public Path getCapsule() {
        return home.resolve("target/corda-capsule");
    }

    /** The CorDapps that the build has gathered. */
    public Path getCordapps() {
        return home.resolve("deploy-nodes/target/cordapps");
    }

    /** The database drivers that the build has gathered. */
    public Path getDrivers() {
        return home.resolve("deploy-nodes/target/drivers");
    }

    /** The topology that is brought up when none is named. */
    public Path getDefaultTopology() {
        return home.resolve("deploy-nodes/topologies/demo.conf");
    }

    /** Where the state of networks is kept. */
    public Path getStateParent() {
        return home.resolve(".countersign");
    }

    /** The java program to run nodes with. */
    public Path getJava() {
        return javaHome.resolve("bin/java");
    }

    /** The version of the CorDapps, which is in the names of their files. */
    public String getVersion() {
        return build.getProperty("version");
    }

    /** The agent that makes flows suspendable, as an argument for the virtual machine. */
    public String getQuasarAgent() {
        Path agent = getCapsule().resolve("quasar-core-" + build.getProperty("quasar.version") + ".jar");
        return "-javaagent:" + agent + "=x(" + build.getProperty("quasar.excludes")
                + ")l(net.corda.djvm.**;net.corda.core.serialization.internal.**)";
    }

    /**
     * Fails if something that the build makes is missing.
     *
     * @throws OperatorException naming it
     */
    public void requireBuilt() {
        for (Path needed : new Path[] {getCapsule(), getCordapps(), getDrivers()}) {
            if (!Files.isDirectory(needed)) {
                throw new OperatorException(
                        OperatorException.Code.INTERNAL,
                        "There is no " + needed + ", which the build makes.",
                        "Run 'mvn package' in " + home + ".");
            }
        }
    }
}
