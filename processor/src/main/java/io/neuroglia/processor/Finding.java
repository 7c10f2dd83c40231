package io.neuroglia.processor;

import io.neuroglia.processor.Diagnostic.Severity;
import java.util.List;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * A diagnostic of one class. To be reported in the round in which it was found.
 *
 * @param where the class to point at; null when it belongs to none
 * @param member what to point at in the class; null for the class itself
 */
record Finding(
        Diagnostic diagnostic,
        Severity severity,
        @Nullable ClassName where,
        @Nullable Element member,
        List<String> arguments) {

    static Finding at(ClassName where, Diagnostic diagnostic, String... arguments) {
        return new Finding(diagnostic, diagnostic.severity(), where, null, List.of(arguments));
    }

    static Finding anywhere(Diagnostic diagnostic, String... arguments) {
        return new Finding(diagnostic, diagnostic.severity(), null, null, List.of(arguments));
    }

    /** A bug, with the line of our code where it showed. */
    static Finding failure(String doing, @Nullable ClassName where, Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        String line = trace.length == 0 ? "" : " at " + trace[0];
        return new Finding(
                Diagnostic.FAILURE, Diagnostic.FAILURE.severity(), where, null, List.of(doing, failure + line));
    }

    /** As the policy for missing handlers wants it. */
    Finding under(MissingPolicy policy) {
        return policy == MissingPolicy.WARN
                ? new Finding(diagnostic, Severity.WARNING, where, member, arguments)
                : this;
    }

    Finding as(Severity other) {
        return new Finding(diagnostic, other, where, member, arguments);
    }

    /** The same, pointing at a part of the class. */
    Finding on(Element part) {
        return new Finding(diagnostic, severity, where, part, arguments);
    }

    String message() {
        return diagnostic.message(arguments);
    }
}
