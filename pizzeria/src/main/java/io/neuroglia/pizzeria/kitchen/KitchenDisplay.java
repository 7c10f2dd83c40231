package io.neuroglia.pizzeria.kitchen;

import io.neuroglia.pizzeria.ordering.OrderStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The board on the kitchen's wall: which order is where, and who cooks it. Thread-safe. */
final class KitchenDisplay {
    private final JdbcClient jdbc;

    KitchenDisplay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void showCooking(String orderId, String staffId, Instant startedAt, Instant estimatedCompletion) {
        jdbc.sql("""
            insert into pizzeria.kitchen_display (order_id, status, staff_id, started_at, estimated_completion)
            values (?, ?, ?, ?, ?)
            on conflict (order_id) do update
            set status = excluded.status, staff_id = excluded.staff_id, started_at = excluded.started_at,
                estimated_completion = excluded.estimated_completion
            """)
                .param(orderId)
                .param(OrderStatus.COOKING.wireName())
                .param(staffId)
                .param(startedAt.atOffset(ZoneOffset.UTC))
                .param(estimatedCompletion.atOffset(ZoneOffset.UTC))
                .update();
    }
}
