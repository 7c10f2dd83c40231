package io.neuroglia.pizzeria.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class MoneyTest {
    private final JsonMapper json = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource({"12, 12.00", "12.9, 12.90", "16.885, 16.89", "16.8849, 16.88", "1E+2, 100.00", "-0.005, -0.01"})
    void an_amount_has_whole_cents_rounded_half_up(BigDecimal amount, String expected) {
        assertThat(new Money(amount)).hasToString(expected);
    }

    @Test
    void a_sum_does_not_lose_a_cent() {
        List<Money> tenths = List.of(Money.of("0.10"), Money.of("0.20"), Money.of("0.30"));

        assertThat(Money.sum(tenths)).isEqualTo(Money.of("0.60"));
        assertThat(Money.sum(List.of())).isEqualTo(Money.ZERO);
    }

    @Test
    void an_amount_is_a_string_in_json() {
        String written = json.writeValueAsString(Money.of("24.80"));

        assertThat(written).isEqualTo("\"24.80\"");
        assertThat(json.readValue(written, Money.class)).isEqualTo(Money.of("24.80"));
    }
}
