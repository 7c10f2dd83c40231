package shop;

import io.neuroglia.message.DomainEvent;

record Generated() implements DomainEvent {}
