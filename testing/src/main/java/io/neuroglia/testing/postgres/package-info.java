/**
 * A real PostgreSQL for tests, with nothing to install.
 *
 * <pre>{@code
 * @ExtendWith(PostgresExtension.class)
 * class OrdersIT {
 *     @BeforeEach
 *     void migrate(DataSource database) {
 *         Flyway.configure().dataSource(database).load().migrate();
 *     }
 * }
 * }</pre>
 */
@NullMarked
package io.neuroglia.testing.postgres;

import org.jspecify.annotations.NullMarked;
