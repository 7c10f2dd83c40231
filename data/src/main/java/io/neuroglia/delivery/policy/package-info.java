/**
 * How stored events are delivered to one handler: attempts, pauses, time-outs, concurrency. Begin at
 * {@link io.neuroglia.delivery.policy.DeliveryPolicy}.
 *
 * <pre>{@code
 * @DeliveryPolicy(maxAttempts = 5, firstRetry = "2s", timeout = "30s")
 * final class SendReceipt implements EventHandler<OrderPaid> { … }
 * }</pre>
 */
@NullMarked
package io.neuroglia.delivery.policy;

import org.jspecify.annotations.NullMarked;
