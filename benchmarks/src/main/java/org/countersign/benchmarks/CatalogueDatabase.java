package org.countersign.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Function;
import javax.persistence.EntityManager;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.countersign.workflows.definition.catalogue.CatalogueSchema;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/**
 * A database with the catalogue's tables as a node has them: by the node's change log, and validated as the node does.
 */
final class CatalogueDatabase implements AutoCloseable {
    private final SessionFactory sessions;

    /** Creates the tables in an empty database, and keeps it open. */
    CatalogueDatabase(String url, String user, String password) {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            new Liquibase(
                            "migration/" + new CatalogueSchema().getMigrationResource() + ".xml",
                            new ClassLoaderResourceAccessor(CatalogueSchema.class.getClassLoader()),
                            DatabaseFactory.getInstance()
                                    .findCorrectDatabaseImplementation(new JdbcConnection(connection)))
                    .update(new Contexts());
        } catch (SQLException | LiquibaseException e) {
            throw new IllegalStateException("The tables cannot be created.", e);
        }
        Configuration configuration = new Configuration()
                .setProperty("hibernate.connection.url", url)
                .setProperty("hibernate.connection.username", user)
                .setProperty("hibernate.connection.password", password)
                .setProperty("hibernate.hbm2ddl.auto", "validate");
        new CatalogueSchema().getMappedTypes().forEach(configuration::addAnnotatedClass);
        this.sessions = configuration.buildSessionFactory();
    }

    /** Does something in a transaction of its own. */
    <T> T transaction(Function<EntityManager, T> work) {
        EntityManager database = sessions.createEntityManager();
        try {
            database.getTransaction().begin();
            T result = work.apply(database);
            database.getTransaction().commit();
            return result;
        } finally {
            database.close();
        }
    }

    @Override
    public void close() {
        sessions.close();
    }
}
