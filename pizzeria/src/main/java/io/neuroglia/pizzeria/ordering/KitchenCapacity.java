package io.neuroglia.pizzeria.ordering;

/** How many orders the kitchen can have open, pending or cooking, at a time. Thread-safe. */
public interface KitchenCapacity {
    /**
     * Takes a place for one more order. The place belongs to the current transaction, and is free again if that rolls
     * back. Others may have to wait for the end of this transaction, so take the place last.
     *
     * @return false if all places are taken
     */
    boolean takePlace();
}
