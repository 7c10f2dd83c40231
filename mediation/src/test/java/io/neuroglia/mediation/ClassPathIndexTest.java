package io.neuroglia.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.handler.spi.HandlerIndexVisitor;
import io.neuroglia.handler.spi.HandlerIndexes;
import io.neuroglia.handler.spi.MissingIndexException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indexes that are found on the class path. */
class ClassPathIndexTest {
    @TempDir
    private Path folder;

    @Test
    void without_any_the_remedy_is_told() {
        HandlerIndexes none = HandlerIndexes.load(getClass().getClassLoader());

        assertThatThrownBy(() -> Mediator.builder().indexed(none))
                .isInstanceOf(MissingIndexException.class)
                .hasMessageContaining("neuroglia-processor has not run")
                .hasMessageContaining("<artifactId>neuroglia-processor</artifactId>");
    }

    @Test
    void one_that_cannot_be_loaded_is_named_and_hides_no_other() throws Exception {
        HandlerIndexes found = load("gone.FirstIndex", PingIndex.class.getName(), "gone.LastIndex");

        assertThat(found.entries()).hasSize(3);
        assertThatThrownBy(PingIndex.complete(Mediator.builder(), found)::build)
                .hasMessageContaining("gone.FirstIndex")
                .hasMessageContaining("gone.LastIndex");
        Mediator mediator =
                PingIndex.complete(Mediator.builder(), found).strict(false).build();
        assertThat(mediator.execute(new Ping()).data()).isEqualTo("pong 3");
    }

    @Test
    void one_of_another_version_is_named_with_both_versions() throws Exception {
        HandlerIndexes found = load(OldIndex.class.getName());

        assertThatThrownBy(Mediator.builder().indexed(found)::build)
                .hasMessageContaining("The handler index " + OldIndex.class.getName())
                .hasMessageContaining("It has format 0, but this version reads format 1.")
                .hasMessageContaining("neuroglia-processor whose version is that of neuroglia-mediation");
    }

    private HandlerIndexes load(String... indexes) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.write(services.resolve(HandlerIndex.class.getName()), List.of(indexes));
        return HandlerIndexes.load(new java.net.URLClassLoader(
                new java.net.URL[] {folder.toUri().toURL()}, getClass().getClassLoader()));
    }

    /** Of a processor that wrote another form. */
    public static final class OldIndex implements HandlerIndex {
        @Override
        public int format() {
            return 0;
        }

        @Override
        public void accept(HandlerIndexVisitor visitor) {
            throw new NoSuchMethodError("visitor.handler");
        }
    }
}
