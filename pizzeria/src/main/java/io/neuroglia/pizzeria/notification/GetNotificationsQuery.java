package io.neuroglia.pizzeria.notification;

import io.neuroglia.message.Query;
import io.neuroglia.pizzeria.access.RequiresRole;
import io.neuroglia.pizzeria.access.Role;
import io.neuroglia.pizzeria.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the messages sent, the oldest first.
 *
 * @param orderId the only order of interest; null for all
 */
@RequiresRole(Role.MANAGER)
public record GetNotificationsQuery(
        @Text(name = "Order id", max = 10_000, required = false) @Nullable
        String orderId) implements Query<List<Notification>> {}
