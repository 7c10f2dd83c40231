package io.neuroglia.mediation;

import io.neuroglia.mediation.ProvidedParts.Missing;
import io.neuroglia.mediation.ProvidedParts.MissingPartsException;
import java.util.stream.Collectors;

/** A handler or behavior of an index could not be made. */
final class NotMadeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private NotMadeException(String message, Throwable cause) {
        super(message, cause);
    }

    static NotMadeException lacking(Class<?> type, MissingPartsException missing) {
        String parameters = missing.missing().stream().map(Missing::toString).collect(Collectors.joining(", "));
        return new NotMadeException(type.getName() + " needs what nobody provides: " + parameters, missing);
    }

    static NotMadeException failed(Class<?> type, Exception thrown) {
        return new NotMadeException(type.getName() + " cannot be made: " + thrown, thrown);
    }
}
