package io.neuroglia.delivery;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The library's own schema, beside the application's and with a migration history of its own. */
final class DeliverySchema {
    static final String NAME = "neuroglia";

    private DeliverySchema() {}

    static void migrate(DataSource dataSource) {
        Flyway.configure(DeliverySchema.class.getClassLoader())
                .dataSource(dataSource)
                .schemas(NAME)
                .table("migration")
                .locations("classpath:io/neuroglia/delivery/migration")
                .load()
                .migrate();
    }
}
