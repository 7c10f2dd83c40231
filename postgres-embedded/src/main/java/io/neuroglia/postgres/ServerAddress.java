package io.neuroglia.postgres;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a server listens, and its credentials.
 *
 * @param port on the loopback interface
 * @param password of the superuser
 */
record ServerAddress(int port, String password) {

    static final String HOST = "127.0.0.1";

    static final String USERNAME = "postgres";

    /** The database that always exists. */
    static final String DATABASE = "postgres";

    String jdbcUrl(String database) {
        return "jdbc:postgresql://" + HOST + ":" + port + "/" + database;
    }

    String jdbcUrlWithCredentials(String database) {
        return jdbcUrl(database) + "?user=" + USERNAME + "&password=" + password;
    }

    DataSource dataSource(String database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(jdbcUrl(database));
        dataSource.setUser(USERNAME);
        dataSource.setPassword(password);
        return dataSource;
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return jdbcUrl(DATABASE);
    }
}
