package shop;

import io.neuroglia.handler.EventHandler;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.LogicalName;

interface Renamed {
    @LogicalName("Renamed.Event")
    record First() implements DomainEvent {}

    interface Other {
        /** An event handler may be named like an event. */
        @LogicalName("Renamed.Event")
        class Second implements EventHandler<First> {
            @Override
            public void handle(First event) {}
        }
    }
}
