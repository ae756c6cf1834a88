package org.countersign.deploy.topology;

import java.util.Objects;
import java.util.Optional;

/** Where a node keeps its state: a file beside it (H2), or a PostgreSQL server that already runs. */
public final class Database {
    private static final Database H2 = new Database(null, null, null);

    private final String url;
    private final String user;
    private final String password;

    private Database(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    static Database h2() {
        return H2;
    }

    static Database postgres(String url, String user, String password) {
        return new Database(
                Objects.requireNonNull(url, "url"),
                Objects.requireNonNull(user, "user"),
                Objects.requireNonNull(password, "password"));
    }

    /** Whether it is a PostgreSQL server rather than a file in the node's directory. */
    public boolean isPostgres() {
        return url != null;
    }

    /** The JDBC address of the PostgreSQL database; nothing for H2. */
    public Optional<String> getUrl() {
        return Optional.ofNullable(url);
    }

    /** The PostgreSQL role to connect as; nothing for H2. */
    public Optional<String> getUser() {
        return Optional.ofNullable(user);
    }

    /** The password of the role; nothing for H2. */
    public Optional<String> getPassword() {
        return Optional.ofNullable(password);
    }
}
