package contract;

import io.neuroglia.message.Command;

public record BakePizza() implements Command<Void> {}
