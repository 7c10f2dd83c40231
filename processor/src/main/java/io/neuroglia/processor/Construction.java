package io.neuroglia.processor;

import java.util.List;

/**
 * How a handler is made: the constructor that is called, in words.
 *
 * @param parameters what it takes
 */
record Construction(List<Parameter> parameters) {
    /**
     * One parameter of the constructor.
     *
     * @param name as in the source, if the compiler knows it
     * @param type as the handler's package writes it; a primitive type as its class
     * @param part full name of the type, by which the application provides the part
     */
    record Parameter(String name, String type, String part) {}
}
