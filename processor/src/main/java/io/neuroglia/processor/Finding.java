package io.neuroglia.processor;

import io.neuroglia.processor.Diagnostic.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A diagnostic of one class.
 *
 * @param where the class to point at; null when it belongs to none
 */
record Finding(
        Diagnostic diagnostic, Severity severity, @Nullable ClassName where, List<String> arguments) {

    static Finding at(ClassName where, Diagnostic diagnostic, String... arguments) {
        return new Finding(diagnostic, diagnostic.severity(), where, List.of(arguments));
    }

    static Finding anywhere(Diagnostic diagnostic, String... arguments) {
        return new Finding(diagnostic, diagnostic.severity(), null, List.of(arguments));
    }

    /** A bug, with the line of our code where it showed. */
    static Finding failure(String doing, @Nullable ClassName where, Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        String line = trace.length == 0 ? "" : " at " + trace[0];
        return new Finding(Diagnostic.FAILURE, Diagnostic.FAILURE.severity(), where, List.of(doing, failure + line));
    }

    /** As the policy for missing handlers wants it. */
    Finding under(MissingPolicy policy) {
        return policy == MissingPolicy.WARN ? new Finding(diagnostic, Severity.WARNING, where, arguments) : this;
    }

    String message() {
        return diagnostic.message(arguments);
    }
}
