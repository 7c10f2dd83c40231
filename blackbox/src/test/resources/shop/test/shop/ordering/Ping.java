package shop.ordering;

import io.neuroglia.message.Command;

record Ping() implements Command<String> {}
