package org.countersign.deploy.founding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.countersign.deploy.OperatorException;
import org.countersign.deploy.topology.Member;
import org.countersign.deploy.topology.Role;

/**
 * Brings the databases of nodes to the schema of their CorDapps.
 *
 * <p>An empty H2 database is the same file for all nodes with the same CorDapps, so it is made once for each such group
 * and copied: migration is most of the time that founding a network takes.
 */
final class NodeDatabases {
    private static final String FILE = "persistence.mv.db";

    private final CordappSet cordapps;
    private final Map<String, Path> empty = new HashMap<>();

    NodeDatabases(CordappSet cordapps) {
        this.cordapps = cordapps;
    }

    /** Makes the database of a new node; its directory has configuration and CorDapps already. */
    void create(Member member, NodeDirectory node) throws IOException {
        Path target = node.getPath().resolve(FILE);
        String group = member.hasRole(Role.NOTARY) + " " + cordapps.of(member);
        boolean file = !member.getResources().getDatabase().isPostgres();
        if (file && empty.containsKey(group)) {
            Files.copy(empty.get(group), target);
        } else {
            update(member, node);
            if (file) {
                empty.put(group, target);
            }
        }
        if (file) {
            PrivateFiles.protect(target);
        }
        node.settlePendingChange();
    }

    /** Brings the database of an existing node, which must not run, up to its present CorDapps. */
    void update(Member member, NodeDirectory node) {
        try {
            new PlatformNode(node).migrateDatabase();
            if (!member.getResources().getDatabase().isPostgres()) {
                close(node);
            }
            node.settlePendingChange();
        } catch (OperatorException e) {
            throw e;
        } catch (Exception e) {
            throw failure(member, e);
        }
    }

    private static OperatorException failure(Member member, Exception cause) {
        return new OperatorException(
                OperatorException.Code.FOUNDING_FAILED,
                "The database of " + member.getId() + " cannot be brought to the schema of its CorDapps: "
                        + reason(cause) + ".",
                "If it is PostgreSQL, check that the server runs, and its url, user and password in the topology.",
                cause);
    }

    /** H2 keeps the file open in this process, and buffers, until it is told to close. */
    private static void close(NodeDirectory node) throws SQLException {
        String url = "jdbc:h2:file:" + node.getPath().resolve("persistence");
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }

    private static String reason(Throwable error) {
        Throwable deepest = error;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage() == null ? deepest.toString() : deepest.getMessage();
    }
}
