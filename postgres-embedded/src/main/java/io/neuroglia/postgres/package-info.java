/**
 * A PostgreSQL server that an application brings along, in a directory of its own.
 *
 * <pre>{@code
 * try (EmbeddedPostgres server = EmbeddedPostgres.start(Path.of("data/postgres"))) {
 *     DataSource dataSource = server.dataSource();
 * }
 * }</pre>
 */
@NullMarked
package io.neuroglia.postgres;

import org.jspecify.annotations.NullMarked;
