package shop;

import io.neuroglia.message.Command;

interface Auditable<T> extends Command<T> {}
