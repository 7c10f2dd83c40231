/**
 * What a request answers: a sealed {@link io.neuroglia.result.OperationResult} that is either a success with data or a
 * failure with a {@link io.neuroglia.result.Problem}, free of HTTP and of any framework.
 *
 * <pre>{@code
 * return orders.findById(id).map(OperationResult::ok).orElseGet(() -> OperationResult.notFound("Order not found"));
 * }</pre>
 */
@NullMarked
package io.neuroglia.result;

import org.jspecify.annotations.NullMarked;
