package io.neuroglia.data.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Where two trees differ, the first of which was given and the second is written of what was read from it.
 *
 * @param path names the place
 * @param kind what is different there
 */
record Difference(String path, Kind kind) {

    /** All differences. Elements of an array may stand in another order, since those of a set have none. */
    static List<Difference> between(JsonNode given, JsonNode written) {
        List<Difference> found = new ArrayList<>();
        compare(given, written, "", found);
        return found;
    }

    /** Whether a field is missing or unknown, rather than a value written in another way. */
    boolean concernsFields() {
        return kind != Kind.VALUE;
    }

    /** Whether it is the same difference, be it at another element of an array. */
    boolean isLike(Difference other) {
        return kind == other.kind && anyElement(path).equals(anyElement(other.path));
    }

    String asFieldError() {
        return kind.wording + " " + path;
    }

    private static void compare(JsonNode given, JsonNode written, String path, List<Difference> found) {
        if (given.equals(written)) {
            return;
        }
        if (given.isObject() && written.isObject()) {
            compareFields(given, written, path, found);
        } else if (given.isArray() && written.isArray()) {
            compareElements(given, written, path, found);
        } else {
            found.add(new Difference(path, Kind.VALUE));
        }
    }

    private static void compareFields(JsonNode given, JsonNode written, String path, List<Difference> found) {
        for (Map.Entry<String, JsonNode> field : given.properties()) {
            String place = FieldPath.field(path, field.getKey());
            JsonNode other = written.get(field.getKey());
            if (other == null) {
                found.add(new Difference(place, Kind.UNKNOWN));
            } else {
                compare(field.getValue(), other, place, found);
            }
        }
        for (String name : written.propertyNames()) {
            if (!given.has(name)) {
                found.add(new Difference(FieldPath.field(path, name), Kind.MISSING));
            }
        }
    }

    private static void compareElements(JsonNode given, JsonNode written, String path, List<Difference> found) {
        if (sorted(given).equals(sorted(written))) {
            return;
        }
        int both = Math.min(given.size(), written.size());
        for (int i = 0; i < both; i++) {
            compare(given.get(i), written.get(i), FieldPath.element(path, i), found);
        }
        if (given.size() != written.size()) {
            Kind kind = given.size() > both ? Kind.UNKNOWN : Kind.MISSING;
            found.add(new Difference(FieldPath.element(path, both), kind));
        }
    }

    private static List<String> sorted(JsonNode array) {
        List<String> elements = new ArrayList<>();
        array.forEach(element -> elements.add(element.toString()));
        elements.sort(null);
        return elements;
    }

    private static String anyElement(String path) {
        return path.replaceAll("\\[\\d+]", "[]");
    }

    enum Kind {
        /** What is given is not written. */
        UNKNOWN("unknown field"),
        /** What is written is not given. */
        MISSING("missing field"),
        /** Both have something else there. */
        VALUE("another value of");

        private final String wording;

        Kind(String wording) {
            this.wording = wording;
        }
    }
}
