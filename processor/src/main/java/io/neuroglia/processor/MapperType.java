package io.neuroglia.processor;

import java.util.List;
import javax.lang.model.element.Element;

/**
 * An interface or abstract class for which MapStruct writes an implementation. Valid for one round.
 *
 * @param selfMade whether an instance can be made with {@code new}; else a container makes it
 */
record MapperType(ClassName name, ClassName implementation, boolean selfMade, List<Method> methods) {

    /**
     * A method that maps one class to another.
     *
     * @param mapper where it is, by declaration or inheritance
     */
    record Method(ClassName mapper, Pair pair, String name, Element element) {
        String words() {
            return mapper.nestedName() + "." + name;
        }
    }

    /** Two classes with a mapping between them. */
    record Pair(ClassName source, ClassName target) {}
}
