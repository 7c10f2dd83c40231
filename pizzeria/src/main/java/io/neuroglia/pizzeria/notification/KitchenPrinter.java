package io.neuroglia.pizzeria.notification;

/** Prints notices in the kitchen. Thread-safe. */
interface KitchenPrinter {
    /**
     * Prints a notice.
     *
     * @param orderId which the notice is about
     * @param message the text
     */
    void print(String orderId, String message);
}
