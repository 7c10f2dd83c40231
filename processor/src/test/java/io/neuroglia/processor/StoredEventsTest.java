package io.neuroglia.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.neuroglia.data.DataFailureException;
import io.neuroglia.data.json.StoredJson;
import io.neuroglia.message.DomainEvent;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the processor says of stored events is what happens to them: their examples are stored and read again. */
class StoredEventsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "-parameters"})
    void an_event_that_is_refused_cannot_be_read_again(String option) throws Exception {
        for (Object event : examples("bad/EventNotStorable.java", "EventNotStorable", option)) {
            assertThatExceptionOfType(DataFailureException.class)
                    .as("%s", event)
                    .isThrownBy(() -> StoredJson.read(StoredJson.write(event), event.getClass()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-parameters"})
    void an_event_that_is_warned_of_can_be_read_again(String option) throws Exception {
        for (Object event : examples("bad/EventUnsafe.java", "EventUnsafe", option)) {
            assertThatCode(() -> StoredJson.read(StoredJson.write(event), event.getClass()))
                    .as("%s", event)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void an_event_that_is_accepted_is_the_same_when_it_is_read_again() throws Exception {
        for (Object event : examples("good/events/shop/Events.java", "Events", "-parameters")) {
            String stored = StoredJson.write(event);

            assertThat(StoredJson.write(StoredJson.read(stored, event.getClass())))
                    .as("%s", event)
                    .isEqualTo(stored);
        }
    }

    @Test
    void an_event_whose_types_grow_without_end_is_looked_at_only_so_deep() {
        TestModule module = new TestModule(folder, "classes").source("shop.Grown", """
            package shop;
            import java.util.List;
            record Grown(Growing<String> growing) implements io.neuroglia.message.DomainEvent {
                record Growing<T>(T value, Growing<List<T>> next) {}
            }
            """);

        assertThat(module.compile()).isEmpty();
    }

    static Stream<String> neverRead() {
        assertThat(JdkTypes.neverRead()).isNotEmpty();
        return Stream.concat(
                JdkTypes.neverRead().stream().filter(name -> !name.equals("java.lang.Thread")),
                Stream.of(
                        "java.util.function.Function", "java.util.function.IntSupplier", "java.util.stream.IntStream"));
    }

    @ParameterizedTest
    @MethodSource("neverRead")
    void no_json_is_read_as_a_type_that_is_never_read(String name) throws Exception {
        Class<?> type = Class.forName(name);

        assertThat(List.of("{}", "[]", "\"a\"", "1", "true")).allSatisfy(json -> {
            assertThatExceptionOfType(DataFailureException.class).isThrownBy(() -> StoredJson.read(json, type));
        });
    }

    private List<Object> examples(String file, String outer, String option) throws Exception {
        ClassLoader loader = compile(TestSources.resource(file), option);
        List<Object> examples = Stream.of(loader.loadClass("shop." + outer).getDeclaredClasses())
                .filter(DomainEvent.class::isAssignableFrom)
                .filter(type -> !type.getSimpleName().equals("NeverStored"))
                .map(StoredEventsTest::example)
                .toList();
        assertThat(examples).hasSizeGreaterThan(4);
        return examples;
    }

    private ClassLoader compile(Path source, String option) throws Exception {
        Stream<String> options = Stream.of(
                "-proc:none", "-nowarn", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
        String[] arguments = Stream.of(options, Stream.of(option), Stream.of(source.toString()))
                .flatMap(all -> all)
                .filter(argument -> !argument.isEmpty())
                .toArray(String[]::new);
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments);
        assertThat(failed).isZero();
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
    }

    private static Object example(Class<?> event) {
        try {
            Method example = event.getDeclaredMethod("example");
            example.setAccessible(true);
            return example.invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(event + " has no example", e);
        }
    }
}
