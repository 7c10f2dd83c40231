package io.neuroglia.pizzeria.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {

    @ParameterizedTest
    @CsvSource({
        "00:00, 24:00, 00:00, true",
        "00:00, 24:00, 23:59:59, true",
        "00:00, 00:00, 12:00, true",
        "11:00, 22:00, 10:59:59.999, false",
        "11:00, 22:00, 11:00, true",
        "11:00, 22:00, 21:59:59.999, true",
        "11:00, 22:00, 22:00, false",
        "18:00, 02:00, 17:59, false",
        "18:00, 02:00, 18:00, true",
        "18:00, 02:00, 01:59, true",
        "18:00, 02:00, 02:00, false",
    })
    void the_kitchen_is_open_from_its_first_minute_to_before_its_last(
            String opens, String closes, LocalTime time, boolean open) {
        assertThat(hours(opens, closes).includes(time)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "11:00, 22:00, 11 AM - 10 PM",
        "9:30, 12:00, 9:30 AM - 12 PM",
        "00:00, 24:00, 12 AM - 12 AM",
        "12:05, 23:59, 12:05 PM - 11:59 PM",
    })
    void hours_are_written_as_on_the_door(String opens, String closes, String written) {
        assertThat(hours(opens, closes)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "11", "24:01", "25:00", "12:60", "11:00 AM", "-1:00", "660"})
    void what_is_no_time_of_the_day_is_refused_with_what_to_write(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeOfDay.of(text))
                .withMessageStartingWith("'" + text + "' is not a time of the day. Write it like 11:00");
    }

    private static OpeningHours hours(String opens, String closes) {
        return new OpeningHours(TimeOfDay.of(opens), TimeOfDay.of(closes));
    }
}
