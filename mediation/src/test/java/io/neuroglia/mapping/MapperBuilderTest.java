package io.neuroglia.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.neuroglia.mapping.spi.MappingIndex;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapperBuilderTest {
    private static final MappingIndex MAKES_ITS_MAPPER = visitor -> {
        visitor.mapper(Names.class, Names::new);
        visitor.mapping(Integer.class, Name.class, Names.class, (names, source) -> names.ofNumber(source));
        visitor.mapping(String.class, Name.class, Names.class, (names, source) -> names.ofText(source));
    };
    private static final MappingIndex NEEDS_A_CONTAINER =
            visitor -> visitor.mapping(String.class, Name.class, Names.class, (names, source) -> names.ofText(source));

    @Test
    void an_index_brings_its_mappings() {
        Mapper mapper = Mapper.builder().index(MAKES_ITS_MAPPER).build();

        assertThat(mapper.map("Ada", Name.class)).isEqualTo(new Name("Ada", 1));
        assertThat(mapper.map(7, Name.class)).isEqualTo(new Name("7", 2));
    }

    @Test
    void a_mapper_that_a_container_makes_comes_from_there() {
        Names names = new Names();
        List<Class<?>> asked = new ArrayList<>();

        Mapper mapper = Mapper.builder()
                .index(NEEDS_A_CONTAINER, type -> {
                    asked.add(type);
                    return names;
                })
                .build();

        assertThat(mapper.map("Ada", Name.class)).isEqualTo(new Name("Ada", 1));
        assertThat(names.calls).isEqualTo(1);
        assertThat(asked).containsExactly(Names.class);
    }

    @Test
    void a_mapper_that_nobody_makes_stops_the_set_up() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Mapper.builder().index(NEEDS_A_CONTAINER))
                .withMessageStartingWith("A container makes " + Names.class.getName());
        assertThatIllegalStateException()
                .isThrownBy(() -> Mapper.builder().index(NEEDS_A_CONTAINER, type -> null))
                .withMessageStartingWith("There is no instance of " + Names.class.getName());
    }

    @Test
    void two_modules_that_map_the_same_are_named() {
        MapperBuilder builder = Mapper.builder().index(MAKES_ITS_MAPPER).index(MAKES_ITS_MAPPER);

        assertThatIllegalStateException()
                .isThrownBy(builder::build)
                .withMessageStartingWith("Several modules map java.lang.Integer to " + Name.class.getName()
                        + ", java.lang.String to " + Name.class.getName() + ". Take one of them away");
    }

    @Test
    void what_is_registered_by_hand_decides_between_them() {
        Mapper mapper = Mapper.builder()
                .mapping(String.class, Name.class, text -> new Name("by hand", 0))
                .index(MAKES_ITS_MAPPER)
                .index(NEEDS_A_CONTAINER, type -> new Names())
                .build();

        assertThat(mapper.map("Ada", Name.class)).isEqualTo(new Name("by hand", 0));
        assertThat(mapper.map(7, Name.class)).isEqualTo(new Name("7", 1));
    }

    @Test
    void by_hand_each_pair_is_registered_once() {
        MapperBuilder builder = Mapper.builder().mapping(String.class, Name.class, text -> new Name(text, 0));

        assertThatIllegalStateException()
                .isThrownBy(() -> builder.mapping(String.class, Name.class, text -> new Name(text, 1)))
                .withMessage("There is a mapping from java.lang.String to " + Name.class.getName()
                        + " already. Register one.");
    }

    @Test
    void null_is_no_part_of_a_mapping() {
        assertThatNullPointerException()
                .isThrownBy(() -> Mapper.builder().mapping(null, Name.class, text -> new Name("", 0)))
                .withMessage("sourceType");
        assertThatNullPointerException()
                .isThrownBy(() -> Mapper.builder().mapping(String.class, null, text -> text))
                .withMessage("targetType");
        assertThatNullPointerException()
                .isThrownBy(() -> Mapper.builder().mapping(String.class, Name.class, null))
                .withMessage("function");
    }

    record Name(String text, int number) {}

    /** Numbers its answers, so that a second instance would show. */
    static final class Names {
        private int calls;

        Name ofText(String text) {
            return new Name(text, ++calls);
        }

        Name ofNumber(Integer number) {
            return new Name(number.toString(), ++calls);
        }
    }
}
