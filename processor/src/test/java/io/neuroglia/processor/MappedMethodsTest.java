package io.neuroglia.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mapstruct.ap.MappingProcessor;

/** Which methods of a mapper are mappings that the index can call. */
class MappedMethodsTest {
    private static final String MAKER = "visitor.mapper(UserMapper.class, UserMapperImpl::new);";

    @TempDir
    Path folder;

    private TestModule module;

    @BeforeEach
    void start_with_two_classes() {
        module = new TestModule(folder, "classes")
                .with(MappingProcessor::new)
                .source("shop.User", "package shop; public record User(String name) {}")
                .source("shop.UserDto", "package shop; public record UserDto(String name) {}");
    }

    @Test
    void how_a_method_maps_is_of_no_concern() {
        mapper("", "@org.mapstruct.Mapping(target = \"name\", source = \"name\") UserDto toDto(User user);");

        assertThat(module.compile()).isEmpty();

        assertThat(module.mappings("shop.NeurogliaMappings")).containsExactly(MAKER, mapping("toDto"));
    }

    @Test
    void methods_that_may_throw_or_take_what_others_hand_them_are_none() {
        mapper("", """
            UserDto toDto(User user);
            default UserDto read(User user) throws java.io.IOException { return toDto(user); }
            default UserDto inContext(@org.mapstruct.Context User user) { return toDto(user); }
            """);

        assertThat(module.compile()).isEmpty();

        assertThat(module.mappings("shop.NeurogliaMappings")).containsExactly(MAKER, mapping("toDto"));
    }

    @Test
    void of_another_packages_class_only_public_methods_can_be_called() {
        module.source("base.Base", """
            package base;
            public abstract class Base<S, T> {
                public abstract T show(S source);
                protected T copy(S source) { return show(source); }
            }
            """).source("shop.UserMapper", """
                package shop;
                @org.mapstruct.Mapper
                abstract class UserMapper extends base.Base<User, UserDto> {}
                """);

        assertThat(module.compile()).isEmpty();

        assertThat(module.mappings("shop.NeurogliaMappings")).containsExactly(MAKER, mapping("show"));
    }

    @Test
    void a_mapper_that_maps_nothing_is_not_made() {
        mapper("", "UserDto toDto(User user);");
        module.source("shop.Texts", """
            package shop;
            @org.mapstruct.Mapper
            interface Texts { default String text(User user) { return user.name(); } }
            """);

        assertThat(module.compile()).isEmpty();

        assertThat(module.mappings("shop.NeurogliaMappings")).containsExactly(MAKER, mapping("toDto"));
    }

    @Test
    void a_class_that_another_processor_writes_is_waited_for() {
        mapper("", "UserDto toDto(User user); Written write(User user);");
        module.with(new RoundsTest.Writing("shop.Written", "package shop; public record Written(String name) {}"));

        assertThat(module.compile()).isEmpty();

        assertThat(module.mappings("shop.NeurogliaMappings"))
                .containsExactly(
                        MAKER,
                        mapping("toDto"),
                        "visitor.mapping(User.class, Written.class, UserMapper.class,"
                                + " (mapper, source) -> mapper.write(source));");
    }

    @Test
    void inherited_methods_that_another_processor_writes_are_waited_for() {
        mapper("extends Written", "");
        module.with(new RoundsTest.Writing(
                "shop.Written", "package shop; public interface Written { UserDto toDto(User user); }"));

        assertThat(module.compile()).isEmpty();

        assertThat(module.mappings("shop.NeurogliaMappings")).containsExactly(MAKER, mapping("toDto"));
    }

    private void mapper(String supertypes, String methods) {
        module.source("shop.UserMapper", """
            package shop;
            @org.mapstruct.Mapper
            interface UserMapper %s { %s }
            """.formatted(supertypes, methods));
    }

    private static String mapping(String method) {
        return "visitor.mapping(User.class, UserDto.class, UserMapper.class, (mapper, source) -> mapper." + method
                + "(source));";
    }
}
