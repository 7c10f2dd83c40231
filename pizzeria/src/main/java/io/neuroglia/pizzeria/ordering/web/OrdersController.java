package io.neuroglia.pizzeria.ordering.web;

import io.neuroglia.mediation.Mediator;
import io.neuroglia.pizzeria.ordering.GetOrderStatusQuery;
import io.neuroglia.pizzeria.ordering.GetOrderSummaryQuery;
import io.neuroglia.pizzeria.ordering.OrderProgress;
import io.neuroglia.pizzeria.ordering.OrderSummary;
import io.neuroglia.result.OperationResult;
import io.neuroglia.spring.web.ControllerBase;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/orders")
class OrdersController extends ControllerBase {

    OrdersController(Mediator mediator) {
        super(mediator);
    }

    @PostMapping
    ResponseEntity<?> place(@RequestBody PlaceOrderBody body) {
        return process(mediator().execute(body.toCommand()), receipt -> URI.create("/api/orders/" + receipt.orderId()));
    }

    @GetMapping("/{id}")
    OperationResult<OrderSummary> summary(
            @PathVariable String id,
            @RequestParam(name = "include_pizza_details", defaultValue = "false") boolean includePizzaDetails,
            @RequestParam(name = "include_estimated_time", defaultValue = "true") boolean includeEstimatedTime) {
        return mediator().execute(new GetOrderSummaryQuery(id, includePizzaDetails, includeEstimatedTime));
    }

    @GetMapping("/{id}/status")
    OperationResult<OrderProgress> status(@PathVariable String id) {
        return mediator().execute(new GetOrderStatusQuery(id));
    }
}
