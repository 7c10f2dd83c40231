package io.neuroglia.pizzeria.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FailedLoginsTest {
    private static final String HERE = "10.0.0.1";

    private final AtomicLong nanos = new AtomicLong();
    private final FailedLogins failed = new FailedLogins(nanos::get);

    @Test
    void after_five_failures_further_logins_wait_twice_as_long_each_time() {
        fail(5, "luigi", HERE);

        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 64, 64}) {
            assertThat(refusal("luigi", HERE)).isEqualTo(Duration.ofSeconds(seconds));
            pass(Duration.ofSeconds(seconds));
            fail(1, "luigi", HERE);
        }
    }

    @Test
    void what_is_refused_does_not_count() {
        fail(5, "luigi", HERE);
        refusal("luigi", HERE);
        refusal("luigi", HERE);

        assertThat(refusal("luigi", HERE)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void other_accounts_and_other_addresses_are_not_slowed_down() {
        fail(5, "luigi", HERE);

        assertThatCode(() -> failed.begin("toad", HERE)).doesNotThrowAnyException();
        assertThatCode(() -> failed.begin("luigi", "10.0.0.2")).doesNotThrowAnyException();
    }

    @Test
    void one_address_cannot_try_account_after_account() {
        for (int i = 0; i < 100; i++) {
            failed.begin("account" + i, HERE);
        }

        assertThat(refusal("luigi", HERE)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_success_forgets_the_failures() {
        fail(4, "luigi", HERE);
        failed.begin("luigi", HERE);
        failed.succeeded("luigi", HERE);

        fail(5, "luigi", HERE);
        assertThat(refusal("luigi", HERE)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void failures_are_forgotten_after_a_while() {
        fail(5, "luigi", HERE);
        pass(Duration.ofMinutes(16));

        fail(5, "luigi", HERE);
        assertThat(refusal("luigi", HERE)).isEqualTo(Duration.ofSeconds(1));
    }

    private void fail(int times, String account, String address) {
        for (int i = 0; i < times; i++) {
            failed.begin(account, address);
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private Duration refusal(String account, String address) {
        TooManyFailedLoginsException refusal =
                catchThrowableOfType(TooManyFailedLoginsException.class, () -> failed.begin(account, address));
        return refusal.problem().retryAfter().orElseThrow();
    }
}
