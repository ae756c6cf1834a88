package org.countersign.deploy.founding;

import com.typesafe.config.Config;
import net.corda.node.SharedNodeCmdLineOptions;
import net.corda.node.internal.Node;
import net.corda.node.internal.NodeStartup;
import net.corda.node.services.config.NodeConfiguration;
import org.countersign.deploy.OperatorException;

/**
 * The platform's own node, loaded into this process to prepare its database without starting it. The one place that
 * uses the node's internal classes.
 */
final class PlatformNode {
    private final NodeDirectory directory;

    PlatformNode(NodeDirectory directory) {
        this.directory = directory;
    }

    /** The configuration as the node itself reads and checks it. */
    NodeConfiguration configuration() {
        SharedNodeCmdLineOptions options = options();
        Config raw = options.rawConfiguration().value(errors -> refused(errors));
        return options.parseConfiguration(raw).value(errors -> refused(errors));
    }

    private OperatorException refused(Iterable<?> errors) {
        StringBuilder reasons = new StringBuilder();
        errors.forEach(
                error -> reasons.append(reasons.length() == 0 ? "" : "; ").append(error));
        return new OperatorException(
                OperatorException.Code.FOUNDING_FAILED,
                "The node does not accept " + directory.getConfiguration() + ": " + reasons + ".",
                "Correct the topology that it was made from.");
    }

    /** Creates or updates all tables of the node's database. */
    void migrateDatabase() {
        NodeStartup startup = new NodeStartup();
        startup.setCmdLineOptions(options());
        Node node = startup.createNode(configuration(), startup.getVersionInfo());
        node.runDatabaseMigrationScripts(true, true, false);
    }

    private SharedNodeCmdLineOptions options() {
        SharedNodeCmdLineOptions options = new SharedNodeCmdLineOptions();
        options.setBaseDirectory(directory.getPath());
        return options;
    }
}
