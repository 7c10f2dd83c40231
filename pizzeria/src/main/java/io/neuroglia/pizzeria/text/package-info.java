/**
 * What people may write into a field.
 *
 * <pre>{@code
 * record Greeting(@Text(name = "Name", max = 100) String name) {}
 * }</pre>
 */
@NullMarked
package io.neuroglia.pizzeria.text;

import org.jspecify.annotations.NullMarked;
