package pizza.contract;

import io.neuroglia.message.Command;

public record DeliverPizza(String address) implements Command<String> {}
