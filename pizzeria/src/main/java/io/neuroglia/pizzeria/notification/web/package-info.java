/**
 * The messages sent, over HTTP.
 *
 * <pre>{@code
 * GET /api/notifications?order_id=…
 * }</pre>
 */
@NullMarked
package io.neuroglia.pizzeria.notification.web;

import org.jspecify.annotations.NullMarked;
