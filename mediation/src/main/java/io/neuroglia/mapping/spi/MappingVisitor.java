package io.neuroglia.mapping.spi;

import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Told by a {@link MappingIndex} what it holds.
 *
 * @since 0.1
 */
public interface MappingVisitor {
    /**
     * A mapper that needs no container.
     *
     * @param mapperType the interface or abstract class that declares mappings
     * @param maker makes an instance
     * @param <M> the mapper
     */
    <M> void mapper(Class<M> mapperType, Supplier<? extends M> maker);

    /**
     * A mapping from one class to another.
     *
     * @param sourceType what it maps, with its subclasses
     * @param targetType what it makes
     * @param mapperType the interface or abstract class that declares it; a container holds its instance, unless
     *     {@link #mapper} said how to make one
     * @param method calls it
     * @param <M> the mapper
     * @param <S> the source
     * @param <T> the target
     */
    <M, S, T> void mapping(
            Class<S> sourceType,
            Class<T> targetType,
            Class<M> mapperType,
            BiFunction<? super M, ? super S, ? extends T> method);
}
