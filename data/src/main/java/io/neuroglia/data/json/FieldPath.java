package io.neuroglia.data.json;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;

/** Names a place in a value, such as {@code items[2].price}. */
final class FieldPath {
    private FieldPath() {}

    /** The place of a failure as the end of a sentence; empty if it is the whole value. */
    static String at(JacksonException failure) {
        return at(of(failure.getPath()));
    }

    static String at(String path) {
        return path.isEmpty() ? "" : " at " + path;
    }

    static String of(JsonPointer pointer) {
        String path = "";
        for (JsonPointer at = pointer; at != null && !at.matches(); at = at.tail()) {
            path = at.mayMatchElement() ? element(path, at.getMatchingIndex()) : field(path, at.getMatchingProperty());
        }
        return path;
    }

    static String field(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    static String element(String path, int index) {
        return path + "[" + index + "]";
    }

    private static String of(List<JacksonException.Reference> references) {
        String path = "";
        for (JacksonException.Reference reference : references) {
            if (reference.getPropertyName() != null) {
                path = field(path, reference.getPropertyName());
            } else if (reference.getIndex() >= 0) {
                path = element(path, reference.getIndex());
            }
        }
        return path;
    }
}
