package shop.customers;

import io.neuroglia.message.Command;

interface Create<E extends Entity> extends Command<E> {
    E made();
}
