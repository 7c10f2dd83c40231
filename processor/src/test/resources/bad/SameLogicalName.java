package shop;

import io.neuroglia.handler.EventHandler;
import io.neuroglia.handler.NotIndexed;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.message.LogicalName;

interface SameLogicalName {
    //! [NEU006] Two events are stored under the name Placed: Placed and SameLogicalName.Placed. Give one of them a @LogicalName of its own. See docs/errors/NEU006.md
    @LogicalName("Placed")
    record Placed() implements DomainEvent {}

    //! [NEU006] Two events are stored under the name order.paid: SameLogicalName.OrderPaid and SameLogicalName.Paid. Give one of them a @LogicalName of its own. See docs/errors/NEU006.md
    @LogicalName(version = 2, value = "order.paid", aliases = "paid")
    record OrderPaid() implements DomainEvent {}

    //! [NEU006] Two events are stored under the name order.paid: SameLogicalName.OrderPaid and SameLogicalName.Paid. Give one of them a @LogicalName of its own. See docs/errors/NEU006.md
    @LogicalName(version = 3, aliases = "payment", value = "order.paid")
    record Paid() implements DomainEvent {}

    //! [NEU006] Two event handlers are stored under the name notify: SameLogicalName.Notify and SameLogicalName.Tell. Give one of them a @LogicalName of its own. See docs/errors/NEU006.md
    @LogicalName("notify")
    class Notify implements EventHandler<Placed> {
        @Override
        public void handle(Placed event) {}
    }

    //! [NEU006] Two event handlers are stored under the name notify: SameLogicalName.Notify and SameLogicalName.Tell. Give one of them a @LogicalName of its own. See docs/errors/NEU006.md
    @LogicalName("notify")
    class Tell implements EventHandler<Placed> {
        @Override
        public void handle(Placed event) {}
    }

    @NotIndexed
    @LogicalName("notify")
    class ByHand implements EventHandler<Placed> {
        @Override
        public void handle(Placed event) {}
    }

    @NotIndexed
    @LogicalName("Placed")
    record NeverStored() implements DomainEvent {}
}

//! [NEU006] Two events are stored under the name Placed: Placed and SameLogicalName.Placed. Give one of them a @LogicalName of its own. See docs/errors/NEU006.md
record Placed() implements DomainEvent {}
