package io.neuroglia.spring.data;

import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.PlatformTransactionManager;

/** A transaction manager on a pool, as an application may have it. */
enum TransactionSetup {
    JDBC(Manager.JDBC, false, true, Connection.TRANSACTION_READ_COMMITTED),
    JDBC_LAZY(Manager.JDBC, true, true, Connection.TRANSACTION_READ_COMMITTED),
    JDBC_WITHOUT_AUTO_COMMIT(Manager.JDBC, false, false, Connection.TRANSACTION_REPEATABLE_READ),
    DATA_SOURCE_LAZY_WITHOUT_AUTO_COMMIT(Manager.DATA_SOURCE, true, false, Connection.TRANSACTION_SERIALIZABLE),
    JPA(Manager.JPA, false, true, Connection.TRANSACTION_READ_COMMITTED),
    JPA_LAZY(Manager.JPA, true, true, Connection.TRANSACTION_REPEATABLE_READ),
    JPA_WITHOUT_AUTO_COMMIT(Manager.JPA, false, false, Connection.TRANSACTION_SERIALIZABLE);

    private final Manager manager;
    private final boolean lazy;
    private final boolean autoCommit;
    private final int isolation;

    TransactionSetup(Manager manager, boolean lazy, boolean autoCommit, int isolation) {
        this.manager = manager;
        this.lazy = lazy;
        this.autoCommit = autoCommit;
        this.isolation = isolation;
    }

    boolean isLazy() {
        return lazy;
    }

    /** What the application gives to all who need it. */
    DataSource pool(DataSource database) {
        DataSource pool = new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection taken = super.getConnection();
                try {
                    taken.setTransactionIsolation(isolation);
                    taken.setAutoCommit(autoCommit);
                    return taken;
                } catch (SQLException failure) {
                    taken.close();
                    throw failure;
                }
            }
        };
        return lazy ? LazyConnections.of(pool, autoCommit, isolation) : pool;
    }

    PlatformTransactionManager manager(DataSource pool) {
        return switch (manager) {
            case JDBC -> new JdbcTransactionManager(pool);
            case DATA_SOURCE -> new DataSourceTransactionManager(pool);
            case JPA -> jpa(pool);
        };
    }

    private static PlatformTransactionManager jpa(DataSource pool) {
        LocalContainerEntityManagerFactoryBean entities = new LocalContainerEntityManagerFactoryBean();
        entities.setDataSource(pool);
        entities.setManagedTypes(PersistenceManagedTypes.of(JpaMark.class.getName()));
        entities.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        entities.setJpaPropertyMap(Map.of(
                "hibernate.dialect", "org.hibernate.dialect.PostgreSQLDialect",
                "hibernate.boot.allow_jdbc_metadata_access", "false"));
        entities.afterPropertiesSet();
        EntityManagerFactory factory = Objects.requireNonNull(entities.getObject());
        JpaTransactionManager manager = new JpaTransactionManager(factory);
        manager.afterPropertiesSet();
        return manager;
    }

    private enum Manager {
        JDBC,
        DATA_SOURCE,
        JPA
    }
}
