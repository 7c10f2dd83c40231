package io.neuroglia.handler.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandlerIndexesTest {
    @TempDir
    Path folder;

    @Test
    void indexes_are_in_the_order_of_their_names_whatever_that_of_the_list_is() throws Exception {
        HandlerIndexes indexes = loadListed(Second.class.getName(), First.class.getName());

        assertThat(indexes.entries())
                .extracting(entry -> entry.index().getClass().getSimpleName())
                .containsExactly("First", "Second");
        assertThat(indexes.unloadable()).isEmpty();
    }

    @Test
    void a_list_that_cannot_be_read_is_told_of() throws Exception {
        HandlerIndexes indexes = loadListed("no name of a class");

        assertThat(indexes.isEmpty()).isFalse();
        assertThat(indexes.entries()).isEmpty();
        assertThat(indexes.unloadable()).singleElement().satisfies(list -> {
            assertThat(list.reason()).isInstanceOf(ServiceConfigurationError.class);
            assertThat(list).hasToString("A handler index: " + list.reason());
        });
    }

    @Test
    void an_index_that_does_not_exist_does_not_hide_the_others() throws Exception {
        HandlerIndexes indexes = loadListed("gone.NeurogliaIndex", First.class.getName());

        assertThat(indexes.entries()).hasSize(1);
        assertThat(indexes.unloadable()).singleElement().asString().startsWith("A handler index: ");
    }

    private HandlerIndexes loadListed(String... lines) throws Exception {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(HandlerIndex.class.getName()), String.join("\n", lines));
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            return HandlerIndexes.load(loader);
        }
    }

    public static final class First implements HandlerIndex {
        @Override
        public void accept(HandlerIndexVisitor visitor) {}
    }

    public static final class Second implements HandlerIndex {
        @Override
        public void accept(HandlerIndexVisitor visitor) {}
    }
}
