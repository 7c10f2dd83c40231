package io.neuroglia.processor;

import java.util.Objects;
import java.util.Set;

/**
 * Writes the source text of the links of one request's pipeline. Each link knows the exact class of the next one, and
 * its call sites serve one request alone, so that the just-in-time compiler can make one piece of a whole pipeline.
 */
final class LinksWriter {
    private static final String[] DEPTHS = {"Handling", "First", "Second", "Third", "Fourth"};

    /** What the written source means by these names, whatever they mean in its package. */
    private static final Set<String> TAKEN = Set.of(
            "RequestHandler",
            "Answers",
            "Link",
            "RouteLinks",
            "PipelineBehavior",
            "OperationResult",
            "Generated",
            "Handling",
            "First",
            "Second",
            "Third",
            "Fourth");

    private LinksWriter() {}

    /** A class as the links of a package write it: short where that is clear. */
    static String reference(ClassName type, String packageName) {
        boolean isShort = type.packageName().equals(packageName)
                && !TAKEN.contains(type.outermost().nestedName());
        return isShort ? type.nestedName() : type.canonicalName();
    }

    /**
     * Writes links.
     *
     * @param links name of the class
     * @param entry a request and its handler, whose answer can be written
     * @param generatedVisible whether the module being compiled can see {@code javax.annotation.processing.Generated}
     */
    static String write(ClassName links, IndexEntry entry, boolean generatedVisible) {
        ClassName handler = Objects.requireNonNull(entry.handler(), "handler");
        return """
            {package}import io.neuroglia.handler.RequestHandler;
            import io.neuroglia.handler.spi.Answers;
            import io.neuroglia.handler.spi.Link;
            import io.neuroglia.handler.spi.RouteLinks;
            import io.neuroglia.pipeline.PipelineBehavior;
            import io.neuroglia.result.OperationResult;
            {import}
            /** How {@link {request}} reaches {@link {handler}}: each link knows the exact class of the next. */
            {generated}@SuppressWarnings({"deprecation", "removal"})
            final class {name} implements RouteLinks<{request}, {answer}> {
                @Override
                public Link<{request}, {answer}> handling(
                        RequestHandler<{request}, {answer}> handler) {
                    return handler instanceof {handler} own
                            ? new Handling(own)
                            : RouteLinks.<{request}, {answer}>shared().handling(handler);
                }

                @Override
                public Link<{request}, {answer}> around(
                        PipelineBehavior<{request}> behavior,
                        Link<{request}, {answer}> next) {
            {choices}        return RouteLinks.<{request}, {answer}>shared().around(behavior, next);
                }

                private static final class Handling extends Link<{request}, {answer}> {
                    private final {handler} handler;

                    Handling({handler} handler) {
                        this.handler = handler;
                    }

                    @Override
                    public OperationResult<{answer}> handle({request} request) throws Exception {
                        return Answers.required(handler.handle(request), handler, request);
                    }
                }
            {links}}
            """.replace("{package}", links.packageName().isEmpty() ? "" : "package " + links.packageName() + ";\n\n")
                .replace("{import}", generatedVisible ? "import javax.annotation.processing.Generated;\n" : "")
                .replace(
                        "{generated}",
                        generatedVisible ? "@Generated(\"" + NeurogliaProcessor.class.getName() + "\")\n" : "")
                .replace("{choices}", choices())
                .replace("{links}", aroundLinks())
                .replace("{name}", links.nestedName())
                .replace("{request}", reference(entry.message(), links.packageName()))
                .replace("{handler}", reference(handler, links.packageName()))
                .replace("{answer}", Objects.requireNonNull(entry.answer(), "answer"));
    }

    private static String choices() {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth < DEPTHS.length; depth++) {
            text.append("""
                        if (next instanceof %1$s inner) {
                            return new %2$s(behavior, inner);
                        }
                """.formatted(DEPTHS[depth - 1], DEPTHS[depth]));
        }
        return text.toString();
    }

    private static String aroundLinks() {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth < DEPTHS.length; depth++) {
            text.append("""

                    private static final class %2$s extends Link<{request}, {answer}> {
                        private final PipelineBehavior<{request}> behavior;
                        private final %1$s next;

                        %2$s(PipelineBehavior<{request}> behavior, %1$s next) {
                            this.behavior = behavior;
                            this.next = next;
                        }

                        @Override
                        public OperationResult<{answer}> handle({request} request) throws Exception {
                            return Answers.required(behavior.handle(request, next), behavior, request);
                        }
                    }
                """.formatted(DEPTHS[depth - 1], DEPTHS[depth]));
        }
        return text.toString();
    }
}
