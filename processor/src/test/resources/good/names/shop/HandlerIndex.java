package shop;

import io.neuroglia.handler.EventHandler;

/** Named like what the generated class imports. */
class HandlerIndex implements EventHandler<HandlerIndex.Generated> {
    @Override
    public void handle(Generated event) {}

    record Generated() {}
}
