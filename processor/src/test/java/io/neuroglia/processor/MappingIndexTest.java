package io.neuroglia.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.mapping.Mapper;
import io.neuroglia.mapping.MapperBuilder;
import io.neuroglia.mapping.spi.MappingIndex;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mapstruct.ap.MappingProcessor;

/** Mappers for which the real MapStruct writes the implementation, before or after ours has seen them. */
class MappingIndexTest {
    private static final String SERVICE = "META-INF/services/io.neuroglia.mapping.spi.MappingIndex";
    private static final String TO_DTO =
            "visitor.mapping(User.class, UserDto.class, UserMapper.class, (mapper, source) -> mapper.toDto(source));";

    @TempDir
    Path folder;

    private TestModule module;

    @BeforeEach
    void start_with_one_mapper() {
        module = new TestModule(folder.resolve("main"), "classes")
                .with(MappingProcessor::new)
                .source("shop.User", "package shop; public record User(String name) {}")
                .source("shop.UserDto", "package shop; public record UserDto(String name) {}")
                .source("shop.UserMapper", mapper("UserMapper", "UserDto toDto(User user);"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_mapping_is_found_whichever_processor_comes_first(boolean mapStructFirst) throws Exception {
        TestModule ordered = new TestModule(folder.resolve("main"), "classes");
        TestModule unused =
                mapStructFirst ? ordered.with(MappingProcessor::new) : ordered.withLater(MappingProcessor::new);

        assertThat(ordered.compile()).isEmpty();

        assertThat(ordered.lines(SERVICE)).containsExactly("shop.NeurogliaMappings");
        assertThat(ordered.mappings("shop.NeurogliaMappings"))
                .containsExactly("visitor.mapper(UserMapper.class, UserMapperImpl::new);", TO_DTO);
        assertThat(mapped(ordered, "shop.User", "shop.UserDto")).isEqualTo("UserDto[name=Ada]");
    }

    @Test
    void the_index_leads_from_the_classes_to_the_mapper() {
        assertThat(module.compile()).isEmpty();

        assertThat(module.generated("shop.NeurogliaMappings")).isEqualTo("""
            package shop;

            import io.neuroglia.mapping.spi.MappingIndex;
            import io.neuroglia.mapping.spi.MappingVisitor;
            import javax.annotation.processing.Generated;

            /**
             * The mappings that the compiler found in this package.
             *
             * <ul>
             *   <li>{@link User} to {@link UserDto}: {@link UserMapper}
             * </ul>
             */
            @Generated("io.neuroglia.processor.NeurogliaProcessor")
            @SuppressWarnings({"deprecation", "removal"})
            public final class NeurogliaMappings implements MappingIndex {
                /** For the service loader. */
                public NeurogliaMappings() {}

                @Override
                public void accept(MappingVisitor visitor) {
                    visitor.mapper(UserMapper.class, UserMapperImpl::new);
                    visitor.mapping(User.class, UserDto.class, UserMapper.class, (mapper, source) -> mapper.toDto(source));
                }
            }
            """);
    }

    @Nested
    class A_mapper {

        @Test
        void it_may_be_nested_or_abstract_or_inherit_its_methods() throws Exception {
            module.source("shop.Mappers", """
                package shop;
                import org.mapstruct.Mapper;
                interface Mappers {
                    interface Showing<S, T> { T show(S source); }
                    record Badge(String name) {}
                    record Label(String name) {}
                    @Mapper
                    interface OfBadges extends Showing<User, Badge> {}
                    @Mapper
                    abstract class OfLabels {
                        abstract Label toLabel(User user);
                        protected User back(Label label) { return new User(label.name()); }
                    }
                }
                """);

            assertThat(module.compile()).isEmpty();

            assertThat(mapped(module, "shop.User", "shop.Mappers$Badge")).isEqualTo("Badge[name=Ada]");
            assertThat(mapped(module, "shop.User", "shop.Mappers$Label")).isEqualTo("Label[name=Ada]");
            assertThat(module.mappings("shop.NeurogliaMappings"))
                    .contains(
                            "visitor.mapper(Mappers.OfBadges.class, Mappers$OfBadgesImpl::new);",
                            "visitor.mapping(Mappers.Label.class, User.class, Mappers.OfLabels.class,"
                                    + " (mapper, source) -> mapper.back(source));");
        }

        @Test
        void what_is_no_mapping_between_two_classes_is_left_out() {
            module.source("shop.UserMapper", mapper("UserMapper", """
                UserDto toDto(User user);
                java.util.List<UserDto> toDtos(java.util.List<User> users);
                void update(@org.mapstruct.MappingTarget Bean bean, User user);
                UserDto withContext(User user, @org.mapstruct.Context String context);
                default String text(User user) { return user.name(); }
                @org.mapstruct.ObjectFactory default Bean make(User user) { return new Bean(); }
                @org.mapstruct.Named("other") default UserDto other(User user) { return null; }
                @io.neuroglia.handler.NotIndexed User hidden(Bean bean);
                class Bean { private String name; public void setName(String name) { this.name = name; } }
                """));

            assertThat(module.compile()).noneMatch(diagnostic -> diagnostic.startsWith("ERROR"));

            assertThat(module.mappings("shop.NeurogliaMappings"))
                    .containsExactly("visitor.mapper(UserMapper.class, UserMapperImpl::new);", TO_DTO);
        }

        @Test
        void a_container_makes_it_if_its_component_model_says_so() {
            spring(module)
                    .source(
                            "shop.UserMapper",
                            mapper("UserMapper", "UserDto toDto(User user);")
                                    .replace(
                                            "@org.mapstruct.Mapper",
                                            "@org.mapstruct.Mapper(componentModel = \"spring\")"));

            assertThat(module.compile()).isEmpty();

            assertThat(module.mappings("shop.NeurogliaMappings")).containsExactly(TO_DTO);
        }

        @Test
        void its_shared_settings_and_the_compilers_option_count_too() {
            spring(module).source("shop.Settings", """
                package shop;
                @org.mapstruct.MapperConfig(implementationName = "Written<CLASS_NAME>", componentModel = "default")
                interface Settings {}
                """).source("shop.Other", """
                    package shop;
                    record Badge(String name) {}
                    @org.mapstruct.Mapper(config = Settings.class)
                    interface Other { Badge toBadge(User user); }
                    """);

            assertThat(module.compileWith("-Amapstruct.defaultComponentModel=spring"))
                    .isEmpty();

            assertThat(module.mappings("shop.NeurogliaMappings"))
                    .contains("visitor.mapper(Other.class, WrittenOther::new);", TO_DTO)
                    .noneMatch(call -> call.startsWith("visitor.mapper(UserMapper.class"));
        }

        @Test
        void its_mistakes_are_left_to_mapstruct() {
            module.source("shop.UserDto", "package shop; public record UserDto(String name, int unknown) {}")
                    .source(
                            "shop.UserMapper",
                            mapper(
                                    "UserMapper",
                                    "@org.mapstruct.Mapping(target = \"absent\")" + " UserDto toDto(User user);"));

            assertThat(module.compile()).isNotEmpty().noneMatch(diagnostic -> diagnostic.contains("NEU"));
        }
    }

    @Nested
    class Several_compilations {

        @Test
        void a_mapper_that_is_not_compiled_again_stays_in_the_index() {
            module.source("shop.Other", """
                package shop;
                record Badge(String name) {}
                @org.mapstruct.Mapper
                interface Other { Badge toBadge(User user); }
                """);
            assertThat(module.compile()).isEmpty();

            assertThat(module.compile("shop.UserMapper")).isEmpty();

            assertThat(module.mappings("shop.NeurogliaMappings")).hasSize(4).contains(TO_DTO);
            assertThat(module.lines(SERVICE)).containsExactly("shop.NeurogliaMappings");
        }

        @Test
        void a_second_mapping_is_noticed() {
            assertThat(module.compile()).isEmpty();
            module.source("shop.Rival", mapper("Rival", "UserDto toDto(User user);"));

            assertThat(module.compile("shop.Rival"))
                    .singleElement()
                    .asString()
                    .startsWith("ERROR [NEU013] Two mappings from User to UserDto: Rival.toDto and UserMapper.toDto.");
        }

        @Test
        void a_deleted_mapper_is_forgotten() {
            assertThat(module.compile()).isEmpty();
            module.delete("shop.UserMapper");

            assertThat(module.compile("shop.User")).isEmpty();

            assertThat(module.lines(SERVICE)).isEmpty();
        }

        @Test
        void modules_that_share_a_package_bring_an_index_each() throws Exception {
            assertThat(module.compile()).isEmpty();
            TestModule user = new TestModule(folder.resolve("user"), "classes")
                    .with(MappingProcessor::new)
                    .sees(module)
                    .source("shop.Badge", "package shop; public record Badge(String name) {}")
                    .source("shop.BadgeMapper", mapper("BadgeMapper", "Badge toBadge(User user);"));
            assertThat(user.compile()).isEmpty();
            assertThat(user.lines(SERVICE)).containsExactly("shop.NeurogliaMappings2");

            assertThat(mapped(user, "shop.User", "shop.UserDto")).isEqualTo("UserDto[name=Ada]");
            assertThat(mapped(user, "shop.User", "shop.Badge")).isEqualTo("Badge[name=Ada]");
        }
    }

    @Nested
    class A_call_without_a_mapping {
        private static final String CALLER = """
            package shop;
            class Caller {
                Object call(io.neuroglia.mapping.Mapper mapper, User user) {
                    return mapper.map(user, Badge.class);
                }
            }
            """;

        @BeforeEach
        void start_with_a_class_that_nothing_is_mapped_to() {
            module.source("shop.Badge", "package shop; public record Badge(String name) {}")
                    .source("shop.Caller", CALLER);
        }

        @Test
        void it_is_an_error_unless_said_otherwise() {
            assertThat(module.compile())
                    .singleElement()
                    .asString()
                    .startsWith("ERROR [NEU014] No mapping from User to Badge.");
        }

        @Test
        void it_is_a_warning_or_nothing_if_wanted() {
            assertThat(module.compileWith("-Aneuroglia.missing=warn"))
                    .singleElement()
                    .asString()
                    .startsWith("WARNING [NEU014] No mapping from User to Badge.");
            assertThat(module.compileWith("-Aneuroglia.missing=off")).isEmpty();
        }

        @Test
        void a_mapper_of_the_compilation_answers_it() {
            module.source("shop.BadgeMapper", mapper("BadgeMapper", "Badge toBadge(User user);"));

            assertThat(module.compile()).isEmpty();
        }

        @Test
        void while_only_some_sources_are_compiled_nothing_is_called_missing() {
            module.source("shop.Registration", """
                package shop;
                class Registration {
                    io.neuroglia.mapping.Mapper mapper() {
                        return io.neuroglia.mapping.Mapper.builder()
                                .mapping(User.class, Badge.class, user -> new Badge(user.name()))
                                .build();
                    }
                }
                """);
            assertThat(module.compile()).isEmpty();

            assertThat(module.compile("shop.Caller", "shop.Badge", "shop.User")).isEmpty();
        }

        @Test
        void what_another_module_may_map_is_not_called_missing() {
            TestModule library = new TestModule(folder.resolve("library"), "classes")
                    .source("shop.User", "package shop; public record User(String name) {}")
                    .source("shop.Badge", "package shop; public record Badge(String name) {}");
            assertThat(library.compile()).isEmpty();
            TestModule user = new TestModule(folder.resolve("user"), "classes")
                    .sees(library)
                    .source("shop.Caller", CALLER);

            assertThat(user.compile()).isEmpty();
        }
    }

    /** As much of Spring as MapStruct needs. */
    private static TestModule spring(TestModule module) {
        return module.source(
                        "org.springframework.stereotype.Component",
                        "package org.springframework.stereotype; public @interface Component {}")
                .source(
                        "org.springframework.beans.factory.annotation.Autowired",
                        "package org.springframework.beans.factory.annotation; public @interface Autowired {}");
    }

    private static String mapper(String name, String methods) {
        return """
            package shop;
            @org.mapstruct.Mapper
            interface %s {
                %s
            }
            """.formatted(name, methods);
    }

    /** What becomes of a user named Ada. */
    private static String mapped(TestModule module, String source, String target) throws Exception {
        ClassLoader loader = module.load();
        MapperBuilder builder = Mapper.builder();
        ServiceLoader.load(MappingIndex.class, loader).forEach(builder::index);
        Constructor<?> constructor = loader.loadClass(source).getDeclaredConstructor(String.class);
        constructor.setAccessible(true);
        return builder.build()
                .map(constructor.newInstance("Ada"), loader.loadClass(target))
                .toString();
    }
}
