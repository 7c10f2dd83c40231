package io.neuroglia.pizzeria;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of an order, to be changed here and there. Immutable. */
public final class OrderText {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final OrderText SEED = of("""
        {
          "customer_name": "John Doe",
          "customer_phone": "555-0123",
          "customer_address": "123 Pizza St",
          "pizza_items": [
            {
              "pizza_id": "margherita",
              "size": "large",
              "toppings": ["extra_cheese"],
              "special_instructions": "Extra crispy"
            }
          ],
          "payment_method": "cash"
        }
        """);

    private final ObjectNode order;

    private OrderText(ObjectNode order) {
        this.order = order;
    }

    private static OrderText of(String json) {
        return new OrderText((ObjectNode) JSON.readTree(json));
    }

    /** The order of the seed's workflow test. */
    public static OrderText seed() {
        return SEED;
    }

    /** The same order with a field changed; the value is JSON. */
    public OrderText with(String field, String value) {
        ObjectNode changed = order.deepCopy();
        changed.set(field, JSON.readTree(value));
        return new OrderText(changed);
    }

    /** The same order without a field. */
    public OrderText without(String field) {
        ObjectNode changed = order.deepCopy();
        changed.remove(field);
        return new OrderText(changed);
    }

    /** The same order with one pizza only, in which a field is changed; the value is JSON. */
    public OrderText withItem(String field, String value) {
        ObjectNode changed = order.deepCopy();
        ((ObjectNode) changed.get("pizza_items").get(0)).set(field, JSON.readTree(value));
        return new OrderText(changed);
    }

    /** The text to send. */
    public String json() {
        return order.toString();
    }
}
