/**
 * Orders over HTTP.
 *
 * <pre>{@code
 * POST /api/orders
 * GET /api/orders/{id}/status
 * }</pre>
 */
@NullMarked
package io.neuroglia.pizzeria.ordering.web;

import org.jspecify.annotations.NullMarked;
