package io.neuroglia.mediation;

import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Some handlers of a published event failed; all the others ran. The first failure is attached as the cause, the others
 * as suppressed exceptions.
 *
 * @since 0.1
 */
public final class EventPublicationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Throwable> failures;

    EventPublicationException(Class<?> eventType, Map<String, Throwable> failures) {
        super(
                failures.size() + (failures.size() == 1 ? " handler of " : " handlers of ")
                        + eventType.getSimpleName() + " failed: "
                        + failures.entrySet().stream()
                                .map(failure -> failure.getKey() + " (" + failure.getValue() + ")")
                                .collect(Collectors.joining(", ")),
                failures.values().iterator().next());
        this.failures = Collections.unmodifiableMap(failures);
        failures.values().stream().skip(1).forEach(this::addSuppressed);
    }

    /**
     * What each failed handler threw.
     *
     * @return by the handler's name, in the order in which they ran
     */
    public Map<String, Throwable> failures() {
        return failures;
    }
}
