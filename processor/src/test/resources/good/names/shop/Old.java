package shop;

import io.neuroglia.message.DomainEvent;

/**
 * Still indexed.
 *
 * @deprecated for removal
 */
@Deprecated(forRemoval = true)
record Old() implements DomainEvent {}
