package io.neuroglia.delivery.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagePositionTest {

    @Test
    void a_position_is_one_word_that_fits_into_an_address() {
        var position = new PagePosition(
                OffsetDateTime.parse("2026-11-25T20:00:00.123456Z"), UUID.randomUUID(), "über & \n unter?");

        assertThat(position.word()).matches("[A-Za-z0-9_-]+");
        assertThat(PagePosition.parse(position.word())).isEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "YWJj", "YQphCmE", "MjAyNi0xMS0yNVQyMDowMDowMFoKYQpi"})
    void what_is_no_position_is_refused(String word) {
        assertThatThrownBy(() -> PagePosition.parse(word))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("No page begins at");
    }
}
