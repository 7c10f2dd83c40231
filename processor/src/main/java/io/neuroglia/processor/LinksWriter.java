package io.neuroglia.processor;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Writes the source text of the links of one request's pipeline. Each link knows the exact class of the next one, and
 * its call sites serve one request alone, so that the just-in-time compiler can make one piece of a whole pipeline.
 */
final class LinksWriter {
    private static final List<String> DEPTHS = List.of("First", "Second", "Third", "Fourth");

    /** What the written source means by these names, whatever they mean in its package. */
    private static final Set<String> TAKEN = Set.of(
            "RequestHandler",
            "Link",
            "Next",
            "PipelineBehavior",
            "OperationResult",
            "Generated",
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
            import io.neuroglia.handler.spi.Link;
            import io.neuroglia.pipeline.Next;
            import io.neuroglia.pipeline.PipelineBehavior;
            import io.neuroglia.result.OperationResult;
            {import}
            /** How {@link {request}} reaches {@link {handler}}: each link knows the exact class of the next. */
            {generated}@SuppressWarnings({"deprecation", "removal"})
            final class {name} extends Link<{request}, {answer}> {
                private final {handler} handler;

                private {name}({handler} handler) {
                    this.handler = handler;
                }

                static Link<?, ?> handling(RequestHandler<?, ?> handler) {
                    return handler instanceof {handler} own ? new {name}(own) : Link.to(handler);
                }

                @Override
                public OperationResult<{answer}> handle({request} request) throws Exception {
                    return required(handler.handle(request), handler, request);
                }
            {around}{links}}
            """.replace("{package}", links.packageName().isEmpty() ? "" : "package " + links.packageName() + ";\n\n")
                .replace("{import}", generatedVisible ? "import javax.annotation.processing.Generated;\n" : "")
                .replace(
                        "{generated}",
                        generatedVisible ? "@Generated(\"" + NeurogliaProcessor.class.getName() + "\")\n" : "")
                .replace("{around}", around(0, 4))
                .replace("{links}", aroundLinks())
                .replace("{name}", links.nestedName())
                .replace("{request}", reference(entry.message(), links.packageName()))
                .replace("{handler}", reference(handler, links.packageName()))
                .replace("{answer}", Objects.requireNonNull(entry.answer(), "answer"));
    }

    private static String aroundLinks() {
        StringBuilder text = new StringBuilder();
        for (int depth = 0; depth < DEPTHS.size(); depth++) {
            text.append("""

                    private static final class {depth} extends Link<{request}, {answer}> {
                        private final PipelineBehavior<{request}> behavior;
                        private final {inner} next;

                        {depth}(PipelineBehavior<{request}> behavior, {inner} next) {
                            this.behavior = behavior;
                            this.next = next;
                        }

                        @Override
                        public OperationResult<{answer}> handle({request} request) throws Exception {
                            return required(behavior.handle(request, next), behavior, request);
                        }
                    {around}}
                """.replace("{depth}", DEPTHS.get(depth))
                    .replace("{inner}", depth == 0 ? "{name}" : DEPTHS.get(depth - 1))
                    .replace("    {around}", around(depth + 1, 8) + "    "));
        }
        return text.toString();
    }

    /** The method that wraps a link; nothing for the deepest, which is wrapped like those that all requests share. */
    private static String around(int depth, int indentation) {
        if (depth == DEPTHS.size()) {
            return "";
        }
        String method = """
            @Override
            public Next<{request}, {answer}> around(PipelineBehavior<{request}> behavior) {
                return new {outer}(behavior, this);
            }
            """.replace("{outer}", DEPTHS.get(depth));
        return "\n" + method.indent(indentation);
    }
}
