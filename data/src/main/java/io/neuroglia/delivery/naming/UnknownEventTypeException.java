package io.neuroglia.delivery.naming;

import java.util.Collection;

/**
 * A stored event has a type, or a version of it, that this process does not know.
 *
 * @since 0.1
 */
public final class UnknownEventTypeException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private UnknownEventTypeException(String message) {
        super(message);
    }

    static UnknownEventTypeException type(String type, Collection<String> known) {
        return new UnknownEventTypeException(
                "Stored event type " + type + " is not known. If its class was renamed, give"
                        + " it @LogicalName with this name or alias; known are " + known);
    }

    static UnknownEventTypeException version(String type, int version, int lowest, int highest) {
        return new UnknownEventTypeException("Version " + version + " of stored event type " + type
                + " is not known; here"
                + " are versions " + lowest + " to " + highest + ". A newer process reads a later one, an upcaster an"
                + " earlier one.");
    }
}
