package pizza.contract;

import io.neuroglia.message.Command;

public record BakePizza(String pizza) implements Command<String> {}
