package io.neuroglia.spring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class StrictJsonTest {
    private final JsonMapper mapper = strictMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": 1}",
                "{\"text\": 1.5}",
                "{\"text\": true}",
                "{\"texts\": [1]}",
                "{\"whole\": \"1\"}",
                "{\"whole\": \"\"}",
                "{\"whole\": 1.0}",
                "{\"whole\": true}",
                "{\"boxed\": \"1\"}",
                "{\"boxed\": \"\"}",
                "{\"boxed\": 1.5}",
                "{\"large\": 1.5}",
                "{\"decimal\": \"1.5\"}",
                "{\"decimal\": \"\"}",
                "{\"decimal\": false}",
                "{\"floating\": \"1.5\"}",
                "{\"flag\": 1}",
                "{\"flag\": \"true\"}",
                "{\"flag\": \"\"}",
                "{\"inner\": \"\"}",
                "{\"inner\": []}",
                "{\"texts\": \"\"}",
                "{\"texts\": \"one\"}",
                "{\"map\": \"\"}",
                "{\"choice\": 0}",
                "{\"choice\": \"\"}",
                "{\"choice\": \"second\"}",
                "{\"whole\": null}",
                "{\"flag\": null}",
                "{\"text\": \"a\", \"text\": \"a\"}",
                "{} {}",
                "{}x"
            })
    void a_value_of_another_type_is_refused(String json) {
        assertThatThrownBy(() -> mapper.readValue(json, Fields.class)).isInstanceOf(JacksonException.class);
    }

    @Test
    void values_of_the_right_types_are_taken() {
        String json = """
            {"text": "", "whole": 1, "boxed": null, "large": 12345678901, "decimal": 16.89, "floating": 1,
             "flag": true, "inner": {"text": null}, "texts": [], "map": {"": 1}, "choice": "FIRST", "unknown": {}}
            """;

        Everything everything = mapper.readValue(json, Everything.class);

        assertThat(everything)
                .usingRecursiveComparison()
                .isEqualTo(new Everything(
                        "",
                        1,
                        null,
                        12_345_678_901L,
                        new BigDecimal("16.89"),
                        1.0,
                        true,
                        new Inner(null),
                        List.of(),
                        Map.of("", 1),
                        Choice.FIRST));
    }

    @Test
    void a_lenient_mapper_shows_that_the_refusals_are_ours() {
        String json = "{\"text\": 1, \"large\": \"1\", \"flag\": 1}";

        assertThat(new JsonMapper().readValue(json, Fields.class))
                .extracting(fields -> fields.text, fields -> fields.large, fields -> fields.flag)
                .containsExactly("1", 1L, true);
    }

    private static JsonMapper strictMapper() {
        JsonMapper.Builder builder = JsonMapper.builder();
        new StrictJson().customize(builder);
        return builder.build();
    }

    enum Choice {
        FIRST
    }

    record Inner(String text) {}

    record Everything(
            String text,
            int whole,
            Integer boxed,
            long large,
            BigDecimal decimal,
            double floating,
            boolean flag,
            Inner inner,
            List<String> texts,
            Map<String, Integer> map,
            Choice choice) {}

    /** Each field can come alone, so that it alone is to blame. */
    @SuppressWarnings("unused") // filled by Jackson
    static final class Fields {
        public String text;
        public int whole;
        public Integer boxed;
        public long large;
        public BigDecimal decimal;
        public double floating;
        public boolean flag;
        public Inner inner;
        public List<String> texts;
        public Map<String, Integer> map;
        public Choice choice;
    }
}
