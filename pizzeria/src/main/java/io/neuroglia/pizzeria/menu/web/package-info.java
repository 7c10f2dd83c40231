/**
 * The menu over HTTP.
 *
 * <pre>{@code
 * GET /api/menu?category=pizza&include_seasonal=false
 * }</pre>
 */
@NullMarked
package io.neuroglia.pizzeria.menu.web;

import org.jspecify.annotations.NullMarked;
