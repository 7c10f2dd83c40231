package io.neuroglia.message;

/**
 * Something that happened in the domain, named in the past tense. Raised by an aggregate or a unit of work it is stored
 * in the transaction that caused it and delivered to each handler after the commit until that handler succeeds.
 * Implementations are immutable records that can be written as JSON.
 *
 * @since 0.1
 */
public interface DomainEvent {}
