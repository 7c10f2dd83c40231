package io.neuroglia.data.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.neuroglia.data.DataFailureException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompleteValuesTest {

    @Nested
    class Reading {

        @ParameterizedTest
        @ValueSource(strings = {"number", "text", "inside", "list"})
        void a_missing_component_is_an_error_that_names_it(String missing) {
            String json = StoredJson.write(full()).replace('"' + missing + '"', "\"other\"");

            assertThatThrownBy(() -> StoredJson.read(json, Whole.class))
                    .isInstanceOf(DataFailureException.class)
                    .hasMessageContaining(Whole.class.getName() + " at " + missing);
        }

        @Test
        void a_missing_component_inside_is_named_with_its_place() {
            String json = StoredJson.write(full()).replace("\"name\":\"second\"", "\"other\":1");

            assertThatThrownBy(() -> StoredJson.read(json, Whole.class)).hasMessageContaining("at list[1].name");
        }

        @Test
        void a_component_that_may_be_missing_is() {
            assertThat(StoredJson.read("{}", Lenient.class))
                    .isEqualTo(new Lenient(null, null, Optional.empty(), OptionalInt.empty()));
        }

        @Test
        void a_fraction_is_no_whole_number_and_a_number_no_enum_constant() {
            assertThatThrownBy(() -> StoredJson.read("{\"name\":\"a\",\"count\":1.5}", Part.class))
                    .isInstanceOf(DataFailureException.class)
                    .hasMessageContaining("count");
            assertThatThrownBy(() -> StoredJson.read("0", Size.class)).isInstanceOf(DataFailureException.class);
        }
    }

    @Nested
    class Editing {

        @Test
        void what_is_stored_is_accepted_as_it_is() {
            String stored = StoredJson.write(full());

            assertThat(StoredJson.readExactly(stored, Whole.class)).isEqualTo(full());
        }

        @Test
        void another_value_is_accepted_and_another_field_is_not() {
            String stored = StoredJson.write(full());

            assertThat(StoredJson.readExactly(stored.replace("\"first\"", "\"edited\""), Whole.class)
                            .list())
                    .extracting(Part::name)
                    .containsExactly("edited", "second");
            assertThatThrownBy(() -> StoredJson.readExactly(
                            stored.replace("\"name\":\"second\"", "\"name\":\"second\",\"nmae\":1"), Whole.class))
                    .hasMessageContaining("unknown field list[1].nmae");
            assertThatThrownBy(() -> StoredJson.readExactly(stored.replace(",\"nick\":null", ""), Whole.class))
                    .hasMessageContaining("missing field nick");
        }

        @Test
        void fields_that_newer_code_has_stored_stay() {
            StoredFormat format = StoredFormat.standard();
            String stored = StoredJson.write(full())
                    .replace("\"name\":\"first\"", "\"name\":\"first\",\"added\":{\"later\":[1]}");
            String edited = stored.replace("first", "edited");

            assertThat(format.readEdited(format.readTree(edited), format.readTree(stored), Whole.class)
                            .list())
                    .extracting(Part::name)
                    .containsExactly("edited", "second");
            assertThatThrownBy(() -> format.readEdited(
                            format.readTree(edited.replace("\"added\"", "\"more\"")),
                            format.readTree(stored),
                            Whole.class))
                    .hasMessageContaining("unknown field list[0].more");
        }

        @Test
        void a_former_name_of_a_field_stays() {
            StoredFormat format = StoredFormat.standard();
            String stored = "{\"customer\":\"a\"}";

            assertThat(format.readEdited(
                            format.readTree("{\"customer\":\"b\"}"), format.readTree(stored), Renamed.class))
                    .isEqualTo(new Renamed("b"));
        }

        @Test
        void what_was_stored_and_cannot_be_read_is_replaced_by_what_can() {
            StoredFormat format = StoredFormat.standard();

            assertThat(format.readEdited(
                            format.readTree("{\"name\":\"a\",\"count\":1}"),
                            format.readTree("{\"name\":\"a\"}"),
                            Part.class))
                    .isEqualTo(new Part("a", 1));
        }
    }

    private static Whole full() {
        return new Whole(1, "text", new Part("inside", 1), List.of(new Part("first", 1), new Part("second", 2)), null);
    }

    record Whole(
            int number,
            String text,
            Part inside,
            List<Part> list,
            @Nullable String nick) {}

    record Part(String name, int count) {}

    record Lenient(@Nullable String text, int @Nullable [] numbers, Optional<String> perhaps, OptionalInt number) {}

    record Renamed(@JsonAlias("customer") String client) {}

    enum Size {
        SMALL
    }
}
