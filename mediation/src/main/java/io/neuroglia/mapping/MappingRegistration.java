package io.neuroglia.mapping;

import io.neuroglia.mapping.spi.MappingVisitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Takes over what an index names. Each mapper has one instance, however many mappings it declares. */
final class MappingRegistration implements MappingVisitor {
    private final List<Mapping<?, ?>> mappings;
    private final Function<? super Class<?>, ?> instances;
    private final Map<Class<?>, Object> mappers = new HashMap<>();

    MappingRegistration(List<Mapping<?, ?>> mappings, Function<? super Class<?>, ?> instances) {
        this.mappings = mappings;
        this.instances = instances;
    }

    @Override
    public <M> void mapper(Class<M> mapperType, Supplier<? extends M> maker) {
        mappers.put(mapperType, maker.get());
    }

    @Override
    public <M, S, T> void mapping(
            Class<S> sourceType,
            Class<T> targetType,
            Class<M> mapperType,
            BiFunction<? super M, ? super S, ? extends T> method) {
        M mapper = mapperType.cast(mappers.computeIfAbsent(mapperType, this::instance));
        mappings.add(new Mapping<>(sourceType, targetType, source -> method.apply(mapper, source)));
    }

    private Object instance(Class<?> mapperType) {
        Object instance = instances.apply(mapperType);
        if (instance == null) {
            throw new IllegalStateException("There is no instance of " + mapperType.getName()
                    + ", which the mapping index names. Provide one, or take the class out of the compilation.");
        }
        return instance;
    }
}
