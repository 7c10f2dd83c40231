package io.neuroglia.handler;

import io.neuroglia.message.Command;

/**
 * Carries out commands of one class. One class cannot handle two commands, because Java has no interface twice with
 * other type arguments; write two (nested) classes.
 *
 * @param <C> the command
 * @param <T> the data of a successful answer
 * @since 0.1
 */
@FunctionalInterface
public interface CommandHandler<C extends Command<T>, T> extends RequestHandler<C, T> {}
