package io.neuroglia.spring.data;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;

/** The beans of one type, of which the library uses one. */
final class Candidates<T> {
    private final ListableBeanFactory beans;
    private final Class<T> type;
    private final List<String> names;

    Candidates(ListableBeanFactory beans, Class<T> type) {
        this.beans = beans;
        this.type = type;
        this.names = Stream.of(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, type))
                .filter(name -> !ScopedProxyUtils.isScopedTarget(name))
                .sorted()
                .toList();
    }

    /** The only one, or the primary one; null if Spring could not choose either. */
    @SuppressWarnings("ReferenceEquality") // the very bean
    @Nullable
    Named<T> unique() {
        T unique = beans.getBeanProvider(type).getIfUnique();
        return unique == null
                ? null
                : names.stream()
                        .map(this::named)
                        .filter(candidate -> candidate.bean() == unique)
                        .findFirst()
                        .orElseGet(() -> new Named<>(type.getSimpleName(), unique));
    }

    List<Named<T>> matching(Predicate<T> condition) {
        return names.stream()
                .map(this::named)
                .filter(candidate -> condition.test(candidate.bean()))
                .toList();
    }

    /**
     * The one that a property names.
     *
     * @throws DataSetupException if there is none
     */
    Named<T> named(String name, String property) {
        if (!names.contains(name)) {
            throw new DataSetupException(
                    property + " names the bean '" + name + "', but there is no " + type.getSimpleName()
                            + " of that name.",
                    "Set it to one of " + this + ".");
        }
        return named(name);
    }

    List<String> names() {
        return names;
    }

    private Named<T> named(String name) {
        return new Named<>(name, beans.getBean(name, type));
    }

    @Override
    public String toString() {
        return names.toString();
    }

    /** A bean and what it is called. */
    record Named<T>(String name, T bean) {}
}
