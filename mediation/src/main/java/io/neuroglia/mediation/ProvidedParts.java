package io.neuroglia.mediation;

import io.neuroglia.handler.spi.Parts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The parts that the application provides, by their full type. */
final class ProvidedParts implements Parts {
    private final Map<String, Object> byType = new HashMap<>();
    private final List<Missing> missing = new ArrayList<>();

    ProvidedParts(Mediator mediator) {
        byType.put(Mediator.class.getName(), mediator);
    }

    void add(String type, Object part) {
        Object other = byType.putIfAbsent(type, Objects.requireNonNull(part, "part"));
        if (other != null) {
            throw new IllegalStateException("There is a part of type " + type + " already. Where handlers take two of"
                    + " one type, give each a type of its own, such as a record around it.");
        }
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
    // Added under the name of its type; nobody uses the null of a part that requireAll() misses.
    public <T> T get(String type, String parameter) {
        @Nullable Object part = byType.get(type);
        if (part == null) {
            missing.add(new Missing(type, parameter));
        }
        return (T) part;
    }

    @Override
    public void requireAll() {
        if (!missing.isEmpty()) {
            List<Missing> all = List.copyOf(missing);
            missing.clear();
            throw new MissingPartsException(all);
        }
    }

    /**
     * A parameter that nothing was provided for.
     *
     * @param type full name of its type
     * @param parameter its name
     */
    record Missing(String type, String parameter) {
        @Override
        public String toString() {
            return type + " " + parameter;
        }
    }

    /** Ends the making of one handler; the set-up goes on with the next, and tells of all of them. */
    static final class MissingPartsException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<Missing> missing;

        MissingPartsException(List<Missing> missing) {
            super("Missing: " + missing);
            this.missing = missing;
        }

        List<Missing> missing() {
            return missing;
        }
    }
}
