package io.neuroglia.benchmarks.generator;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The text of generated classes. One handler serves all rivals, so that each does the same work: it answers the text of
 * its request.
 *
 * @param packageName where they go
 * @param count how many requests there are
 */
record MessageSources(String packageName, int count) {
    static final String ALL = "AllMessages";

    private static final String REQUEST = """
        package {package};

        import javax.annotation.processing.Generated;

        /** Request {number}. */
        @Generated("{generator}")
        public record {request}(String text) implements TextRequest {}
        """;
    private static final String HANDLER = """
        package {package};

        import io.neuroglia.result.OperationResult;
        import javax.annotation.processing.Generated;
        import org.springframework.stereotype.Component;

        /** Handles request {number}. */
        @Component
        @Generated("{generator}")
        public final class {handler} implements TextHandler<{request}> {
            @Override
            public OperationResult<String> handle({request} request) {
                return OperationResult.ok(request.text());
            }
        }
        """;
    private static final String MESSAGES = """
        package {package};

        import io.neuroglia.mediation.MediatorBuilder;
        import java.util.List;
        import javax.annotation.processing.Generated;

        /** All generated requests and handlers; those at one place of both lists belong together. */
        @Generated("{generator}")
        public final class AllMessages {
            private AllMessages() {}

            /** A request of each class, whose text is its number. */
            public static List<TextRequest> requests() {
                TextRequest[] requests = {
        {requests}
                };
                return List.of(requests);
            }

            /** A handler of each class. */
            public static List<TextHandler<?>> handlers() {
                TextHandler<?>[] handlers = {
        {handlers}
                };
                return List.of(handlers);
            }

            /** Registers a handler of each class by hand. */
            public static void registerWith(MediatorBuilder builder) {
        {registrations}
            }
        }
        """;

    String nameOfRequest(int number) {
        return "Request" + digits(number);
    }

    String nameOfHandler(int number) {
        return "Handler" + digits(number);
    }

    String request(int number) {
        return filled(REQUEST, number);
    }

    String handler(int number) {
        return filled(HANDLER, number);
    }

    String all() {
        return filled(MESSAGES, count)
                .replace(
                        "{requests}", lines(number -> "new " + nameOfRequest(number) + "(\"" + digits(number) + "\"),"))
                .replace("{handlers}", lines(number -> "new " + nameOfHandler(number) + "(),"))
                .replace("{registrations}", lines(this::registration));
    }

    private String registration(int number) {
        return "builder.handle(" + nameOfRequest(number) + ".class, new " + nameOfHandler(number) + "());";
    }

    private String lines(IntFunction<String> line) {
        return IntStream.range(0, count)
                .mapToObj(number -> "            " + line.apply(number))
                .collect(joining("\n"));
    }

    private String filled(String template, int number) {
        return template.replace("{package}", packageName)
                .replace("{generator}", MessageGenerator.class.getName())
                .replace("{request}", nameOfRequest(number))
                .replace("{handler}", nameOfHandler(number))
                .replace("{number}", digits(number));
    }

    private static String digits(int number) {
        return String.format(Locale.ROOT, "%04d", number);
    }
}
