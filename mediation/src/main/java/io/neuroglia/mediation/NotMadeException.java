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

    static NotMadeException lacking(String type, MissingPartsException missing) {
        String parameters = missing.missing().stream().map(Missing::toString).collect(Collectors.joining(", "));
        return new NotMadeException(type + " needs what nobody provides: " + parameters, missing);
    }

    static NotMadeException failed(String type, Exception thrown) {
        return new NotMadeException(type + " cannot be made: " + thrown, thrown);
    }
}
