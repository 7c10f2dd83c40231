package io.neuroglia.pizzeria.kitchen;

import io.neuroglia.handler.EventHandler;
import io.neuroglia.pizzeria.ordering.CookingStartedEvent;

final class ShowOnKitchenDisplay implements EventHandler<CookingStartedEvent> {
    private final KitchenDisplay display;

    ShowOnKitchenDisplay(KitchenDisplay display) {
        this.display = display;
    }

    @Override
    public void handle(CookingStartedEvent event) {
        display.showCooking(event.orderId(), event.kitchenStaffId(), event.startedAt(), event.estimatedCompletion());
    }
}
