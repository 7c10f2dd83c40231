/**
 * Writes many requests with their handlers into a package that asks for them, so that no generated source is kept.
 *
 * <pre>{@code
 * @GenerateMessages
 * package io.neuroglia.benchmarks.message;
 * }</pre>
 */
@NullMarked
package io.neuroglia.benchmarks.generator;

import org.jspecify.annotations.NullMarked;
