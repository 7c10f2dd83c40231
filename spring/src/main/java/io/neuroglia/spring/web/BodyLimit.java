package io.neuroglia.spring.web;

import java.io.IOException;
import org.springframework.util.unit.DataSize;

/** The most that the body of a request may hold. */
record BodyLimit(DataSize most) {

    /** Whether a body of known length is too large; -1 means not known. */
    boolean isExceededBy(long length) {
        return length > most.toBytes();
    }

    String message() {
        long kibibytes = most.toKilobytes();
        boolean whole = kibibytes * 1024 == most.toBytes() && kibibytes > 0;
        return "The request body is too large; at most " + (whole ? kibibytes + " KiB" : most.toBytes() + " bytes")
                + " are accepted.";
    }

    /** Whether reading failed because of a limit, whatever the readers made of the exception. */
    static boolean isExceededIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Exceeded) {
                return true;
            }
        }
        return false;
    }

    /** Thrown where the first byte too many is read. */
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;

        Exceeded(BodyLimit limit) {
            super(limit.message());
        }
    }
}
