package io.neuroglia.pizzeria.ordering;

/**
 * Who ordered, and whereto.
 *
 * @param name of the person
 * @param phone as written by the person
 * @param address where to deliver
 */
public record Customer(String name, String phone, String address) {}
