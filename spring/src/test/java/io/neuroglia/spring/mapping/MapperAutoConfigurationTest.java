package io.neuroglia.spring.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.mapping.Mapper;
import io.neuroglia.mapping.spi.MappingIndex;
import io.neuroglia.mapping.spi.MappingVisitor;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** All mappings of the class path become one mapper. */
class MapperAutoConfigurationTest {
    @TempDir
    private Path folder;

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MapperAutoConfiguration.class));

    @Test
    void mappings_of_all_indexes_are_known() throws Exception {
        with(SelfMade.class, ByContainer.class)
                .withBean(Numbering.class, () -> new Numbering("no. "))
                .run(context -> {
                    Mapper mapper = context.getBean(Mapper.class);

                    assertThat(mapper.map("Ada", Name.class)).isEqualTo(new Name("Ada"));
                    assertThat(mapper.map(7, Name.class)).isEqualTo(new Name("no. 7"));
                });
    }

    @Test
    void a_mapper_that_a_container_should_make_and_does_not_stops_the_start() throws Exception {
        with(ByContainer.class)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(NoSuchBeanDefinitionException.class)
                        .hasMessageContaining(Numbering.class.getName()));
    }

    @Test
    void two_modules_that_map_the_same_stop_the_start_unless_one_is_chosen() throws Exception {
        with(SelfMade.class, Rival.class)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageStartingWith("Several modules map java.lang.String to " + Name.class.getName()));

        with(SelfMade.class, Rival.class)
                .withBean(
                        MapperCustomizer.class,
                        () -> builder -> builder.mapping(String.class, Name.class, text -> new Name("chosen " + text)))
                .run(context -> assertThat(context.getBean(Mapper.class).map("Ada", Name.class))
                        .isEqualTo(new Name("chosen Ada")));
    }

    @Test
    void an_application_may_have_a_mapper_of_its_own() throws Exception {
        Mapper own = Mapper.builder().build();

        with(SelfMade.class)
                .withBean(Mapper.class, () -> own)
                .run(context -> assertThat(context.getBean(Mapper.class)).isSameAs(own));
    }

    private ApplicationContextRunner with(Class<?>... indexes) throws IOException {
        Path services = folder.resolve("META-INF/services/" + MappingIndex.class.getName());
        Files.createDirectories(services.getParent());
        List<String> names = Stream.of(indexes).map(Class::getName).toList();
        Files.write(services, names);
        return application.withClassLoader(new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader()));
    }

    record Name(String text) {}

    record Numbering(String prefix) {
        Name number(Integer number) {
            return new Name(prefix + number);
        }
    }

    /** Public, as all that a service loader makes. */
    public static final class SelfMade implements MappingIndex {
        @Override
        public void accept(MappingVisitor visitor) {
            visitor.mapper(StringBuilder.class, StringBuilder::new);
            visitor.mapping(String.class, Name.class, StringBuilder.class, (mapper, source) -> new Name(source));
        }
    }

    /** The same mapping as another module's. */
    public static final class Rival implements MappingIndex {
        @Override
        public void accept(MappingVisitor visitor) {
            visitor.mapper(StringBuilder.class, StringBuilder::new);
            visitor.mapping(String.class, Name.class, StringBuilder.class, (mapper, source) -> new Name("rival"));
        }
    }

    /** A mapping whose mapper is a bean. */
    public static final class ByContainer implements MappingIndex {
        @Override
        public void accept(MappingVisitor visitor) {
            visitor.mapping(Integer.class, Name.class, Numbering.class, (mapper, source) -> mapper.number(source));
        }
    }
}
