package io.neuroglia.pizzeria.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class VerifiedLoginsTest {
    private static final Account LUIGI = new Account("luigi", "{bcrypt}…", Role.STAFF);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger verifications = new AtomicInteger();
    private final VerifiedLogins logins = new VerifiedLogins(nanos::get);

    @Test
    void a_right_login_is_verified_once_in_five_minutes() {
        logins.find("luigi", "secret", verified(Optional.of(LUIGI)));
        nanos.addAndGet(Duration.ofMinutes(5).toNanos() - 1);
        assertThat(logins.find("luigi", "secret", verified(Optional.empty()))).contains(LUIGI);
        assertThat(verifications).hasValue(1);

        nanos.addAndGet(1);
        assertThat(logins.find("luigi", "secret", verified(Optional.empty()))).isEmpty();
        assertThat(verifications).hasValue(2);
    }

    @Test
    void another_name_or_password_is_verified_anew() {
        logins.find("luigi", "secret", verified(Optional.of(LUIGI)));

        assertThat(logins.find("luigi", "secret2", verified(Optional.empty()))).isEmpty();
        assertThat(logins.find("luigis", "ecret", verified(Optional.empty()))).isEmpty();
        assertThat(verifications).hasValue(3);
    }

    @Test
    void a_wrong_login_is_not_remembered() {
        assertThat(logins.find("luigi", "secret", verified(Optional.empty()))).isEmpty();
        assertThat(logins.find("luigi", "secret", verified(Optional.of(LUIGI)))).contains(LUIGI);
    }

    @Test
    void a_refused_verification_is_not_remembered() {
        assertThatIllegalStateException()
                .isThrownBy(() -> logins.find("luigi", "secret", () -> {
                    throw new IllegalStateException("refused");
                }));

        assertThat(logins.find("luigi", "secret", verified(Optional.of(LUIGI)))).contains(LUIGI);
    }

    @Test
    void many_equal_logins_at_once_are_verified_once() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Callable<Optional<Account>> first = () -> logins.find("luigi", "secret", () -> {
            started.countDown();
            await(goOn);
            return verified(Optional.of(LUIGI)).get();
        });
        List<Future<Optional<Account>>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers.add(threads.submit(first));
            await(started);
            for (int i = 0; i < 20; i++) {
                answers.add(threads.submit(() -> logins.find("luigi", "secret", verified(Optional.empty()))));
            }
            goOn.countDown();
        }

        for (Future<Optional<Account>> answer : answers) {
            assertThat(answer.get()).contains(LUIGI);
        }
        assertThat(verifications).hasValue(1);
    }

    private Supplier<Optional<Account>> verified(Optional<Account> answer) {
        return () -> {
            verifications.incrementAndGet();
            return answer;
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
