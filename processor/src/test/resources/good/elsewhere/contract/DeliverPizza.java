package contract;

import io.neuroglia.message.Command;

public record DeliverPizza() implements Command<Void> {}
