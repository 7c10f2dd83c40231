module pizza.kitchen {
    requires transitive pizza.contract;

    exports pizza.kitchen;

    provides io.neuroglia.handler.spi.HandlerIndex with
            pizza.kitchen.NeurogliaIndex;
}
