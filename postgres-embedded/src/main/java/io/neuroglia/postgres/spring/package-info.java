/**
 * Gives a Spring Boot application without a configured database a PostgreSQL of its own. Its data source, Flyway and JPA
 * use it without further settings.
 *
 * <pre>{@code
 * neuroglia.postgres.data-dir=./data/postgres
 * }</pre>
 */
@NullMarked
package io.neuroglia.postgres.spring;

import org.jspecify.annotations.NullMarked;
