package io.neuroglia.data.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How often what is written is read back. Each type counts how often it is made. */
class RoundTripTest {
    private static final AtomicInteger MADE = new AtomicInteger();

    @Test
    void a_type_of_plain_data_is_read_back_once() {
        assertThat(madeByWriting(new Flat(1, null), 3)).isEqualTo(1);
    }

    @Test
    void a_type_that_nests_is_read_back_until_a_value_has_no_gaps() {
        assertThat(madeByWriting(new Nesting(List.of()), 2)).isEqualTo(2);
        assertThat(madeByWriting(new Nesting(List.of(new Inside("a"))), 3)).isEqualTo(1);
        assertThat(madeByWriting(new Nesting(List.of()), 2)).isZero();
    }

    @Test
    void a_type_whose_values_can_differ_is_read_back_each_time() {
        assertThat(madeByWriting(new Open("a"), 3)).isEqualTo(3);
        assertThat(madeByWriting(new Perhaps(Optional.of("a")), 3)).isEqualTo(3);
    }

    @Test
    void a_check_that_is_asked_for_is_done_each_time() {
        Checked value = new Checked(1);
        StoredJson.write(value);
        int before = MADE.get();

        StoredJson.verify(value);
        StoredJson.verify(value);

        assertThat(MADE.get() - before).isEqualTo(2);
    }

    private static int madeByWriting(Object value, int times) {
        int before = MADE.get();
        for (int i = 0; i < times; i++) {
            StoredJson.write(value);
        }
        return MADE.get() - before;
    }

    record Flat(int number, @Nullable String text) {
        Flat {
            MADE.incrementAndGet();
        }
    }

    record Checked(int number) {
        Checked {
            MADE.incrementAndGet();
        }
    }

    record Nesting(List<Inside> inside) {
        Nesting {
            MADE.incrementAndGet();
        }
    }

    record Inside(String text) {}

    record Open(Object value) {
        Open {
            MADE.incrementAndGet();
        }
    }

    record Perhaps(Optional<String> value) {
        Perhaps {
            MADE.incrementAndGet();
        }
    }
}
