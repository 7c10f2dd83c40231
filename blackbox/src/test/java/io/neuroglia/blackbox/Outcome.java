package io.neuroglia.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** What a command printed, and whether it succeeded. */
record Outcome(int status, String text) {

    /** Runs a command to its end. */
    static Outcome of(ProcessBuilder command) {
        try {
            Process process = command.redirectErrorStream(true).start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running " + command.command(), e);
        }
    }

    /** Runs the JVM that runs these tests once more. */
    static Outcome ofJava(String... arguments) {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        return of(new ProcessBuilder(Stream.concat(java, Stream.of(arguments)).toList()));
    }

    /** Runs a tool of the JDK by its command line, without a process of its own. */
    static Outcome ofTool(String tool, List<String> arguments) {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        int status = ToolProvider.findFirst(tool)
                .orElseThrow(() -> new IllegalStateException("These tests need a JDK; " + tool + " is missing."))
                .run(writer, writer, arguments.toArray(String[]::new));
        writer.flush();
        return new Outcome(status, text.toString());
    }

    Outcome succeeded() {
        assertThat(status).as(text).isZero();
        return this;
    }

    Outcome failed() {
        assertThat(status).as(text).isNotZero();
        return this;
    }

    /** The lines without those of SLF4J, which complains that nobody listens to it. */
    List<String> lines() {
        return text.lines().filter(line -> !line.startsWith("SLF4J")).toList();
    }
}
