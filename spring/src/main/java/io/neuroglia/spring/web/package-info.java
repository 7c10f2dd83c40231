/**
 * The edge to HTTP: results become status codes, failures become problem documents of RFC 9457, whoever refuses.
 *
 * <pre>{@code
 * @RestController
 * class OrderController extends ControllerBase {
 *     @PostMapping("/api/orders")
 *     ResponseEntity<?> place(@RequestBody PlaceOrderCommand command) {
 *         return process(mediator().execute(command), receipt -> URI.create("/api/orders/" + receipt.orderId()));
 *     }
 *
 *     @GetMapping("/api/orders/{id}")
 *     OperationResult<OrderSummary> get(@PathVariable String id) {
 *         return mediator().execute(new GetOrderQuery(id));
 *     }
 * }
 * }</pre>
 */
@NullMarked
package io.neuroglia.spring.web;

import org.jspecify.annotations.NullMarked;
