package io.neuroglia.handler;

/**
 * Reacts to events of one class and of its subclasses. One instance serves all threads. For stored events it is called
 * until it returns normally: what it changes in the database of its unit of work takes effect exactly once, other effects
 * at least once.
 *
 * @param <E> the event, a class or an interface
 * @since 0.1
 */
@FunctionalInterface
public interface EventHandler<E> {
    /**
     * Reacts to one event.
     *
     * @param event never null
     * @throws Exception when it could not; a stored event is delivered to this handler again
     */
    void handle(E event) throws Exception;
}
