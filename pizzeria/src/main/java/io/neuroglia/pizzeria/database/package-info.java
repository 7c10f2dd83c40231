/**
 * The PostgreSQL server that the pizzeria brings along, for whoever has set up none.
 *
 * <p>Setting {@code spring.datasource.url} switches it off. Otherwise the server lives and dies with the application,
 * and its data stay in {@code pizzeria.data-dir}:
 *
 * <pre>{@code
 * try (EmbeddedDatabaseServer server = EmbeddedDatabaseServer.start(Path.of("data"))) {
 *     Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
 * }
 * }</pre>
 */
@NullMarked
package io.neuroglia.pizzeria.database;

import org.jspecify.annotations.NullMarked;
