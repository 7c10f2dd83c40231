module pizza.application {
    requires pizza.kitchen;
    // What an automatic module needs does not come with it.
    requires org.slf4j;

    uses io.neuroglia.handler.spi.HandlerIndex;

    provides io.neuroglia.handler.spi.HandlerIndex with
            pizza.application.NeurogliaIndex;
}
