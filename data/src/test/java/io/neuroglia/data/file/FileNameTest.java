package io.neuroglia.data.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
    @ParameterizedTest
    @CsvSource({
        "4711-a_b, 4711-a_b",
        "Order, %4frder",
        "a/b, a%2fb",
        "a%2fb, a%252fb",
        "..,%2e%2e",
        "ä, %c3%a4",
        "'', %",
    })
    void a_name_has_only_what_every_file_system_takes(String text, String name) {
        assertThat(FileName.of(text)).isEqualTo(name);
    }

    @Test
    void a_long_text_has_a_short_name_of_its_own() {
        String beginning = "x".repeat(5_000);

        assertThat(FileName.of(beginning + "1")).hasSizeLessThan(200).isNotEqualTo(FileName.of(beginning + "2"));
        assertThat(FileName.of("x".repeat(200))).isEqualTo("x".repeat(200));
        assertThat(FileName.of("x".repeat(201))).hasSizeLessThan(200).contains("~");
    }
}
