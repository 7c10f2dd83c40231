package io.neuroglia.pizzeria.notification.web;

import io.neuroglia.mediation.Mediator;
import io.neuroglia.pizzeria.notification.GetNotificationsQuery;
import io.neuroglia.pizzeria.notification.Notification;
import io.neuroglia.result.OperationResult;
import io.neuroglia.spring.web.ControllerBase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class NotificationsController extends ControllerBase {

    NotificationsController(Mediator mediator) {
        super(mediator);
    }

    @GetMapping("/api/notifications")
    OperationResult<List<Notification>> notifications(
            @RequestParam(name = "order_id", required = false) @Nullable String orderId) {
        return mediator().execute(new GetNotificationsQuery(orderId));
    }
}
