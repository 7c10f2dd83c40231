package io.neuroglia.pizzeria.kitchen;

/**
 * What the kitchen says to its staff.
 *
 * @param message one sentence
 */
public record KitchenMessage(String message) {}
