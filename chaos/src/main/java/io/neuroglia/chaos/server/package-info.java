/**
 * A PostgreSQL server that can be killed and started again, and that ends with its run.
 *
 * <pre>{@code
 * try (PostgresServer server = PostgresServer.start()) {
 *     server.kill();
 *     server.startAgain();
 * }
 * }</pre>
 */
@NullMarked
package io.neuroglia.chaos.server;

import org.jspecify.annotations.NullMarked;
