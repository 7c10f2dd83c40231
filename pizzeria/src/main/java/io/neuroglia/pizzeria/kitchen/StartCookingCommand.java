package io.neuroglia.pizzeria.kitchen;

import io.neuroglia.caching.Evicts;
import io.neuroglia.message.Command;
import io.neuroglia.pizzeria.access.RequiresRole;
import io.neuroglia.pizzeria.access.Role;
import io.neuroglia.pizzeria.ordering.GetOrderStatusQuery;
import io.neuroglia.pizzeria.ordering.GetOrderSummaryQuery;
import io.neuroglia.pizzeria.text.Text;
import org.hibernate.validator.constraints.Range;

/**
 * Starts to cook an order.
 *
 * @param orderId identifies the order
 * @param kitchenStaffId who cooks
 * @param estimatedCookingTimeMinutes how long it will take
 */
@RequiresRole(Role.STAFF)
@Evicts({GetOrderStatusQuery.class, GetOrderSummaryQuery.class})
public record StartCookingCommand(
        String orderId,
        @Text(name = "Kitchen staff id", max = 100) String kitchenStaffId,

        @Range(min = 1, max = 600, message = "Estimated cooking time must be 1 to 600 minutes")
        int estimatedCookingTimeMinutes)
        implements Command<KitchenMessage> {}
