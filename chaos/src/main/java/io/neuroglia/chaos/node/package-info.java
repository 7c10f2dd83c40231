/**
 * A small application with durable delivery, as a process of its own: commands that change tallies and raise events,
 * and handlers of all kinds.
 *
 * <pre>{@code
 * java io.neuroglia.chaos.node.NodeProcess name=a url=jdbc:postgresql://… seed=42 …
 * }</pre>
 */
@NullMarked
package io.neuroglia.chaos.node;

import org.jspecify.annotations.NullMarked;
