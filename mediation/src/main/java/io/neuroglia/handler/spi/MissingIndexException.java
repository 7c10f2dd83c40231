package io.neuroglia.handler.spi;

/**
 * There are handlers, but no index: the processor has not run when they were compiled. Since JDK 23 it is not run where
 * it only lies on the class path.
 *
 * @since 0.1
 */
public final class MissingIndexException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String REMEDY = """
         There is no handler index on the class path, because neuroglia-processor has not run when the handlers were \
        compiled. Name it in the POM of each module that has handlers, and compile anew:
        <plugin>
          <artifactId>maven-compiler-plugin</artifactId>
          <configuration>
            <annotationProcessorPaths>
              <path>
                <groupId>io.neuroglia</groupId>
                <artifactId>neuroglia-processor</artifactId>
                <version>(that of neuroglia-mediation)</version>
              </path>
            </annotationProcessorPaths>
          </configuration>
        </plugin>
        A module-info.java has to name each index: provides io.neuroglia.handler.spi.HandlerIndex with \
        shop.NeurogliaIndex;\
        """;

    /**
     * What does not work, and what to do.
     *
     * @param consequence a sentence that says what does not work
     */
    MissingIndexException(String consequence) {
        super(consequence + REMEDY);
    }
}
