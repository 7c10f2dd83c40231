package shop.ordering;

import io.neuroglia.message.Command;

record PlaceOrder(String pizza) implements Command<String> {}
