package shop;

import io.neuroglia.message.DomainEvent;

abstract class Changed<E extends Entity> implements DomainEvent {}
