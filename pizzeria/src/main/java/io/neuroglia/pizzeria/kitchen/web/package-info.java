/**
 * The kitchen over HTTP.
 *
 * <pre>{@code
 * PUT /api/orders/{id}/cook
 * }</pre>
 */
@NullMarked
package io.neuroglia.pizzeria.kitchen.web;

import org.jspecify.annotations.NullMarked;
