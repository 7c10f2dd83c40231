package io.neuroglia.pizzeria.notification;

import io.neuroglia.handler.QueryHandler;
import io.neuroglia.result.OperationResult;
import java.util.List;

final class GetNotificationsQueryHandler implements QueryHandler<GetNotificationsQuery, List<Notification>> {
    private final NotificationLog log;

    GetNotificationsQueryHandler(NotificationLog log) {
        this.log = log;
    }

    @Override
    public OperationResult<List<Notification>> handle(GetNotificationsQuery query) {
        String orderId = query.orderId();
        return OperationResult.ok(orderId == null ? log.all() : log.of(orderId));
    }
}
