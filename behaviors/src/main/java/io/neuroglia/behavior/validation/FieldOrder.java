package io.neuroglia.behavior.validation;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The fields of a class in the order in which they are declared, those of superclasses first. */
final class FieldOrder {
    private static final ClassValue<FieldOrder> ORDERS = new ClassValue<>() {
        @Override
        protected FieldOrder computeValue(Class<?> type) {
            return new FieldOrder(namesOf(type).toList());
        }
    };

    private final List<String> names;

    private FieldOrder(List<String> names) {
        this.names = names;
    }

    static FieldOrder of(Class<?> type) {
        return ORDERS.get(type);
    }

    /** Where a property stands; one without a field after all fields, and the request as a whole (no name) last. */
    int positionOf(String name) {
        if (name.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        int position = names.indexOf(name);
        return position < 0 ? names.size() : position;
    }

    /** Only the order of record components is guaranteed; that of fields is what every JVM does. */
    private static Stream<String> namesOf(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components != null) {
            return Arrays.stream(components).map(RecordComponent::getName);
        }
        List<Class<?>> lineage = new ArrayList<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            lineage.addFirst(each);
        }
        return lineage.stream()
                .flatMap(each -> Arrays.stream(each.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(Field::getName);
    }
}
