package io.neuroglia.handler.spi;

/**
 * What the constructors of handlers take. Generated code asks for all parts of one handler first and constructs it only
 * if all are there, so that every missing part can be named at once.
 *
 * @since 0.1
 */
public interface Parts {
    /**
     * One part.
     *
     * @param type its full type, with the names that {@link Class#getName()} gives and its type arguments:
     *     {@code io.neuroglia.data.Repository<shop.Order, java.lang.String>}
     * @param parameter name of the constructor's parameter, for the message when the part is missing
     * @param <T> the type
     * @return the part; if it is missing, something that must not be used, and {@link #requireAll()} is going to throw
     */
    @SuppressWarnings("TypeParameterUnusedInFormals") // the type is spelled in words, because no class can say it
    <T> T get(String type, String parameter);

    /**
     * Ends the parts of one handler.
     *
     * @throws RuntimeException if one was missing since the last call
     */
    void requireAll();
}
