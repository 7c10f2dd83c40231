package io.neuroglia.delivery.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.handler.EventHandler;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.DomainEvent;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandlerPolicyTest {
    private static final HandlerPolicy STANDARD = new HandlerPolicy(
            60, Duration.ofMillis(500), Duration.ofMinutes(1), Duration.ofMinutes(5), 8, true, 32, Set.of());

    @ParameterizedTest
    @CsvSource({"1, 500", "2, 1000", "3, 2000", "8, 60000", "1000, 60000"})
    void the_pause_doubles_up_to_the_longest(int failedAttempts, long millis) {
        assertThat(STANDARD.retryAfter(failedAttempts, 0.0)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void a_pause_of_years_does_not_overflow() {
        Duration years = Duration.ofDays(40_000);

        assertThat(STANDARD.withRetries(years, years).retryAfter(60, 0.0)).isEqualTo(years);
    }

    @Test
    void jitter_shortens_a_pause_by_a_quarter_at_most() {
        assertThat(STANDARD.retryAfter(2, 1.0)).isEqualTo(Duration.ofMillis(750));
    }

    @Test
    void the_last_attempt_parks_and_so_do_named_exceptions() {
        HandlerPolicy policy = STANDARD.withMaxAttempts(3).withParkOn(Set.of(IOException.class));

        assertThat(policy.parks(2, new IllegalStateException())).isFalse();
        assertThat(policy.parks(3, new IllegalStateException())).isTrue();
        assertThat(policy.parks(1, new FileNotFoundException())).isTrue();
        assertThat(policy.parks(1, new UndeliverableEventException("no such customer")))
                .isTrue();
    }

    @Test
    void settings_annotation_and_start_up_code_complete_each_other() {
        Mediator mediator =
                Mediator.builder().on(Happened.class, new Inherits()).build();

        HandlerPolicy policy = new Policies(
                        STANDARD,
                        mediator.subscriptions(),
                        Map.of("HandlerPolicyTest.Inherits", before -> before.withConcurrency(3)))
                .of("HandlerPolicyTest.Inherits");

        assertThat(policy)
                .isEqualTo(new HandlerPolicy(
                        5,
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2),
                        3,
                        true,
                        32,
                        Set.of(IOException.class)));
    }

    @Test
    void without_a_transaction_there_is_none_to_share() {
        assertThat(STANDARD.with(Remote.class.getAnnotation(DeliveryPolicy.class))
                        .batch())
                .isEqualTo(1);
        assertThatThrownBy(() -> STANDARD.with(Torn.class.getAnnotation(DeliveryPolicy.class)))
                .hasMessageContaining("batch")
                .hasMessageContaining("5");
    }

    @Test
    void a_policy_for_a_handler_that_there_is_not_is_refused() {
        Mediator mediator = Mediator.builder().on(Happened.class, new Sms()).build();

        assertThatThrownBy(() ->
                        new Policies(STANDARD, mediator.subscriptions(), Map.of("Smss", UnaryOperator.identity())))
                .hasMessageContaining("[Smss]")
                .hasMessageContaining("[HandlerPolicyTest.Sms]");
    }

    @ParameterizedTest
    @CsvSource({"0.5s, PT0.5S", "30s, PT30S", "5m, PT5M", "1h30m, PT1H30M", "PT1M30S, PT1M30S"})
    void durations_are_written_as_people_do(String text, Duration duration) {
        assertThat(HandlerPolicy.either(text, Duration.ZERO)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "5", "500ms", "5 days"})
    void other_texts_are_refused_with_an_example(String text) {
        assertThatThrownBy(() -> HandlerPolicy.either(text, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text)
                .hasMessageContaining("0.5s");
    }

    @Test
    void a_policy_that_makes_no_sense_is_refused_with_its_value() {
        assertThatThrownBy(() -> STANDARD.withMaxAttempts(0))
                .hasMessageContaining("maxAttempts")
                .hasMessageContaining("0");
        assertThatThrownBy(() -> STANDARD.withTimeout(Duration.ZERO)).hasMessageContaining("timeout");
    }

    record Happened() implements DomainEvent {}

    @DeliveryPolicy(maxAttempts = 5, firstRetry = "2s", timeout = "2m", parkOn = IOException.class)
    static class Sms implements EventHandler<Happened> {
        @Override
        public void handle(Happened event) {}
    }

    @DeliveryPolicy(transactional = false)
    private static final class Remote {}

    @DeliveryPolicy(transactional = false, batch = 5)
    private static final class Torn {}

    /** As a container's proxy does. */
    static final class Inherits extends Sms {}
}
