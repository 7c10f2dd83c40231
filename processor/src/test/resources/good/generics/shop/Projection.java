package shop;

import io.neuroglia.handler.EventHandler;

abstract class Projection<E> implements EventHandler<E> {
    @Override
    public void handle(E event) {}
}
