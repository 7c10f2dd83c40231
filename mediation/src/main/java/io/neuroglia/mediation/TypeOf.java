package io.neuroglia.mediation;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * A type with its type arguments, which a class alone does not tell: {@code new TypeOf<Repository<Order, String>>() {}}.
 * Immutable; thread-safe.
 *
 * @param <T> the type, without type variables
 * @since 0.1
 */
public abstract class TypeOf<T> {
    private final String name;

    /**
     * Reads the type from the subclass that the braces make.
     *
     * @throws IllegalStateException if the type is left open, as in {@code new TypeOf() {}}
     */
    protected TypeOf() {
        if (!(getClass().getGenericSuperclass() instanceof ParameterizedType superclass)
                || superclass.getRawType() != TypeOf.class) {
            throw new IllegalStateException("Say which type is meant: new TypeOf<Repository<Order, String>>() {}");
        }
        Type type = superclass.getActualTypeArguments()[0];
        this.name = TypeNames.of(type);
    }

    /** As the compiler's index writes it. */
    final String name() {
        return name;
    }

    @Override
    public final String toString() {
        return name;
    }
}
