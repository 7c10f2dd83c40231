package io.neuroglia.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypeOfTest {
    @Test
    void a_part_is_found_by_its_type_arguments() {
        assertThat(new TypeOf<Map<String, List<? extends Number>>>() {}.toString())
                .isEqualTo("java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>");
        assertThat(new TypeOf<List<? super Integer>[]>() {}.toString())
                .isEqualTo("java.util.List<? super java.lang.Integer>[]");
        assertThat(new TypeOf<Map.Entry<?, int[]>>() {}.toString()).isEqualTo("java.util.Map$Entry<?, int[]>");
    }

    @Test
    @SuppressWarnings("rawtypes") // what the test is about
    void a_type_that_is_left_open_is_refused() {
        assertThatThrownBy(() -> new TypeOf() {})
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Say which type is meant");
        assertThatThrownBy(TypeOfTest::open)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is a variable");
    }

    private static <T> TypeOf<List<T>> open() {
        return new TypeOf<>() {};
    }
}
