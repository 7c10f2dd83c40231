package io.neuroglia.pizzeria.ordering;

import io.neuroglia.message.Command;
import io.neuroglia.pizzeria.menu.PizzaSize;
import io.neuroglia.pizzeria.text.Text;
import io.neuroglia.validation.Validatable;
import io.neuroglia.validation.ValidationResult;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Places an order.
 *
 * @param customerName who orders
 * @param customerPhone 7 to 15 digits, with separators
 * @param customerAddress where to deliver
 * @param pizzaItems what is ordered, 1 to 50
 * @param paymentMethod name of a {@link PaymentMethod}
 * @param orderSource name of an {@link OrderSource}
 */
public record PlaceOrderCommand(
        @Text(name = "Customer name", max = 100) String customerName,

        @Pattern(regexp = PHONE, message = "Valid phone number required")
        String customerPhone,

        @Text(name = "Customer address", max = 200) String customerAddress,

        @NotEmpty(message = "Order must contain at least one pizza")
        @Size(max = 50, message = "Order must contain at most 50 pizzas")
        List<@Valid PizzaItem> pizzaItems,

        String paymentMethod,
        String orderSource)
        implements Command<OrderReceipt>, Validatable {
    private static final String PHONE = "(?=.{1,50}$)[ \\-().+]*(\\d[ \\-().+]*){7,15}";

    /** Copies the items. */
    public PlaceOrderCommand {
        pizzaItems = List.copyOf(pizzaItems);
    }

    @Override
    public ValidationResult validate() {
        ValidationResult.Builder rules = ValidationResult.builder();
        for (int i = 0; i < pizzaItems.size(); i++) {
            rules.check(
                    PizzaSize.named(pizzaItems.get(i).size()).isPresent(),
                    "pizzaItems[" + i + "].size",
                    "Size must be small, medium or large");
        }
        return rules.check(
                        PaymentMethod.named(paymentMethod).isPresent(),
                        "paymentMethod",
                        "Payment method must be cash, credit_card or debit_card")
                .check(
                        OrderSource.named(orderSource).isPresent(),
                        "orderSource",
                        "Order source must be web, phone or mobile_app")
                .build();
    }
}
