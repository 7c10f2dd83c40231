package shop.ordering;

import io.neuroglia.message.DomainEvent;

public sealed interface OrderEvent extends DomainEvent {
    record Placed(String number) implements OrderEvent {}

    record Cancelled(String number) implements OrderEvent {}
}
