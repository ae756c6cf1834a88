package org.countersign.deploy.running;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Properties;
import org.countersign.deploy.OperatorException;
import org.countersign.deploy.topology.Database;
import org.countersign.deploy.topology.Member;

/**
 * Looks at PostgreSQL databases before nodes do: a node that cannot use its database dies a quarter of a minute later,
 * among the others that are starting.
 */
final class DatabaseCheck {
    private static final String TIMEOUT_SECONDS = "10";

    private DatabaseCheck() {}

    /** Fails if the server of one of these members' databases does not answer, or does not let the member in. */
    static void requireReachable(Collection<Member> members) {
        check(members, false);
    }

    /** Fails also if there are tables: a ledger of another network would be taken for this one's, and is not ours. */
    static void requireEmpty(Collection<Member> members) {
        check(members, true);
    }

    private static void check(Collection<Member> members, boolean empty) {
        for (Member member : members) {
            Database database = member.getResources().getDatabase();
            if (database.isPostgres()) {
                check(member, database, empty);
            }
        }
    }

    private static void check(Member member, Database database, boolean empty) {
        String url = database.getUrl().orElse("");
        try (Connection connection = DriverManager.getConnection(url, credentials(database))) {
            long tables = empty ? tables(connection) : 0;
            if (tables > 0) {
                throw new OperatorException(
                        OperatorException.Code.DATABASE_REFUSED,
                        "The database of " + member.getId() + ", " + url + ", has " + tables
                                + " tables already, and a new network needs an empty one.",
                        "Use another database, or empty this one: 'drop schema public cascade; create schema"
                                + " public;'.");
            }
        } catch (SQLException refused) {
            throw new OperatorException(
                    OperatorException.Code.DATABASE_REFUSED,
                    "The database of " + member.getId() + ", " + url + ", cannot be used as "
                            + database.getUser().orElse("nobody") + "; nothing has been started: "
                            + refused.getMessage(),
                    "Check that the server runs and has the database, and the url, user and password of "
                            + member.getId() + " in the topology.",
                    refused);
        }
    }

    private static Properties credentials(Database database) {
        Properties credentials = new Properties();
        database.getUser().ifPresent(user -> credentials.setProperty("user", user));
        database.getPassword().ifPresent(password -> credentials.setProperty("password", password));
        credentials.setProperty("loginTimeout", TIMEOUT_SECONDS);
        return credentials;
    }

    private static long tables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(
                        "select count(*) from information_schema.tables where table_schema = current_schema()")) {
            count.next();
            return count.getLong(1);
        }
    }
}
