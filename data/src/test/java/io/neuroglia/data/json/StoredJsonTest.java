package io.neuroglia.data.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.data.DataFailureException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredJsonTest {

    @Test
    void the_stored_form_does_not_change_in_silence() {
        Sample sample = new Sample(
                new BigDecimal("12.50"),
                Size.LARGE,
                Instant.parse("2026-02-28T23:59:59.000000001Z"),
                OffsetDateTime.parse("2026-03-01T08:00:00+05:45"),
                ZonedDateTime.parse("2026-10-25T02:30:00+01:00[Europe/Berlin]"));

        String json = StoredJson.write(sample);

        assertThat(json).isEqualTo("""
            {"amount":12.50,"size":"LARGE","at":"2026-02-28T23:59:59.000000001Z",\
            "due":"2026-03-01T08:00:00+05:45","pickup":"2026-10-25T02:30:00+01:00[Europe/Berlin]"}\
            """);
        assertThat(StoredJson.read(json, Sample.class)).isEqualTo(sample);
    }

    @Test
    void a_large_or_small_amount_is_written_in_full() {
        assertThat(StoredJson.write(new BigDecimal("1E+3").setScale(0))).isEqualTo("1000");
        assertThat(StoredJson.write(new BigDecimal("1E-10"))).isEqualTo("0.0000000001");
    }

    @Test
    void a_number_of_unknown_type_is_read_exactly() {
        Values read = StoredJson.read("{\"values\": {\"a\": [0.1, 12.50]}}", Values.class);

        assertThat(read.values()).isEqualTo(Map.of("a", List.of(new BigDecimal("0.1"), new BigDecimal("12.50"))));
    }

    @Test
    void a_field_that_newer_code_has_added_is_ignored() {
        assertThat(StoredJson.read("{\"name\": \"x\", \"added\": {\"later\": 1}}", Named.class))
                .isEqualTo(new Named("x", Optional.empty()));
    }

    @Test
    void an_optional_value_is_written_plainly() {
        assertThat(StoredJson.write(new Named("x", Optional.of("y")))).isEqualTo("{\"name\":\"x\",\"nick\":\"y\"}");
        assertThat(StoredJson.read("{\"name\":\"x\",\"nick\":\"y\"}", Named.class))
                .isEqualTo(new Named("x", Optional.of("y")));
    }

    @Test
    void what_cannot_be_read_is_named() {
        assertThatThrownBy(() -> StoredJson.read("{\"size\": \"HUGE\"}", Sample.class))
                .isInstanceOf(DataFailureException.class)
                .hasMessageContaining("Sample")
                .hasMessageContaining("HUGE");
        assertThatThrownBy(() -> StoredJson.read("{} rest", Named.class)).isInstanceOf(DataFailureException.class);
    }

    @Test
    void what_cannot_be_written_is_named() {
        List<Object> endless = new ArrayList<>();
        endless.add(endless);

        assertThatThrownBy(() -> StoredJson.write(endless))
                .isInstanceOf(DataFailureException.class)
                .hasMessageContaining("java.util.ArrayList");
    }

    @Test
    void what_a_person_wrote_has_every_field_and_no_other() {
        assertThat(StoredJson.readExactly("{\"name\":\"a\",\"nick\":null}", Named.class)
                        .name())
                .isEqualTo("a");
        for (String wrong : List.of("{\"name\":\"a\"}", "{\"name\":\"a\",\"nick\":null,\"more\":1}", "{", "")) {
            assertThatThrownBy(() -> StoredJson.readExactly(wrong, Named.class))
                    .as(wrong)
                    .isInstanceOf(DataFailureException.class)
                    .hasMessageContaining("Named");
        }
    }

    private enum Size {
        SMALL,
        LARGE;

        @Override
        public String toString() {
            return "a size";
        }
    }

    private record Sample(BigDecimal amount, Size size, Instant at, OffsetDateTime due, ZonedDateTime pickup) {}

    private record Values(Map<String, List<Object>> values) {}

    private record Named(String name, Optional<String> nick) {}
}
