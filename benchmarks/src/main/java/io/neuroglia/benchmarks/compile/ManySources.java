package io.neuroglia.benchmarks.compile;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Sources in memory: commands, and a handler for each. */
@SuppressWarnings("InlineFormatString") // sources read better apart from the code that fills them in
final class ManySources {
    private static final String COMMAND = """
        package shop;
        public record Command%1$d(String id, int amount) implements io.neuroglia.message.Command<String> {}
        """;
    private static final String HANDLER = """
        package shop;
        import io.neuroglia.handler.CommandHandler;
        import io.neuroglia.result.OperationResult;
        final class Command%1$dHandler implements CommandHandler<Command%1$d, String> {
            @Override
            public OperationResult<String> handle(Command%1$d command) {
                if (command.amount() < 0) {
                    return OperationResult.badRequest("The amount must not be negative");
                }
                return OperationResult.ok(command.id() + ": " + command.amount());
            }
        }
        """;

    private ManySources() {}

    /** A command and its handler, so many times. */
    static List<JavaFileObject> of(int handlers) {
        List<JavaFileObject> sources = new ArrayList<>();
        for (int number = 0; number < handlers; number++) {
            sources.add(new Source("Command" + number, COMMAND.formatted(number)));
            sources.add(new Source("Command" + number + "Handler", HANDLER.formatted(number)));
        }
        return sources;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///shop/" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
