package shop.ordering;

import io.neuroglia.message.Command;

final class CancelOrder implements Command<Void> {}
