/**
 * What goes wrong, and when: at a named point of the delivery path, seen from the statements that pass by.
 *
 * <pre>{@code
 * Sabotage sabotage = Sabotage.at(PathPoint.parse("KILL AFTER STORE_EVENTS 3"));
 * DataSource sabotaged = ObservedDataSource.of(dataSource, sabotage);
 * }</pre>
 */
@NullMarked
package io.neuroglia.chaos.fault;

import org.jspecify.annotations.NullMarked;
