module pizza.contract {
    requires transitive io.neuroglia.mediation;

    exports pizza.contract;

    provides io.neuroglia.handler.spi.HandlerIndex with
            pizza.contract.NeurogliaIndex;
}
