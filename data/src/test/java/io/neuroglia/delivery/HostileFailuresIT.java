package io.neuroglia.delivery;

import static io.neuroglia.delivery.DeliveryFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.delivery.running.AttemptOutcome;
import io.neuroglia.delivery.running.DeliveryObserver;
import io.neuroglia.message.DomainEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The outcome of an attempt is recorded whatever its exception, its observers or the log do. */
class HostileFailuresIT {
    private final AtomicInteger calls = new AtomicInteger();

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    private final DeliveryFixture process = database.process();

    @ParameterizedTest
    @MethodSource("failures")
    void a_failure_is_recorded_once_whatever_its_own_methods_do(Throwable failure) throws Exception {
        process.on("bad", Happened.class, event -> {
                    calls.incrementAndGet();
                    sneak(failure);
                })
                .on("good", Happened.class, event -> process.effect("good", event.number()))
                .policy("bad", policy -> policy.withMaxAttempts(1))
                .start();

        process.raise(new Happened(1));

        await("the failure is recorded", () -> parked().equals(List.of("bad")));
        await(
                "the other handler has finished",
                () -> database.texts("select 1 from neuroglia.work").isEmpty());
        assertThat(calls).hasValue(1);
        assertThat(database.texts("select length(error) + length(stack_trace) from neuroglia.delivery"))
                .allMatch(length -> Integer.parseInt(length) <= 10_000);
        assertThat(database.texts("select event from effect")).containsExactly("1");
        assertThat(incarnations()).isEqualTo("1");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void an_observer_that_throws_whatever_it_likes_changes_nothing(Throwable failure) throws Exception {
        process.delivery.observe(new HostileObserver(failure));
        process.on("good", Happened.class, event -> process.effect("good", event.number()))
                .on("bad", Happened.class, event -> {
                    calls.incrementAndGet();
                    throw new IOException("gateway is down");
                })
                .policy("bad", policy -> policy.withMaxAttempts(1))
                .start();

        process.raise(new Happened(1));

        await("the failure is recorded", () -> parked().equals(List.of("bad")));
        await("the effect", () -> database.texts("select event from effect").equals(List.of("1")));
        assertThat(calls).hasValue(1);
        assertThat(incarnations()).isEqualTo("1");
    }

    @Test
    void a_log_that_throws_changes_nothing() throws Exception {
        PrintStream before = System.err;
        process.delivery.observe(new HostileObserver(new StackOverflowError()));
        process.on("good", Happened.class, event -> process.effect("good", event.number()))
                .on("bad", Happened.class, event -> {
                    calls.incrementAndGet();
                    throw new IOException("gateway is down");
                })
                .policy("bad", policy -> policy.withMaxAttempts(3))
                .start();
        System.setErr(new ThrowingStream());
        try {
            process.raise(new Happened(1));

            await("the failure is recorded", () -> parked().equals(List.of("bad")));
        } finally {
            System.setErr(before);
        }
        await("the effect", () -> database.texts("select event from effect").equals(List.of("1")));
        assertThat(calls).hasValue(3);
        assertThat(incarnations()).isEqualTo("1");
    }

    @Test
    void a_log_that_throws_does_not_keep_a_process_from_going_on_as_another_incarnation() throws Exception {
        PrintStream before = System.err;
        FaultyDataSource faulty = new FaultyDataSource(database.dataSource());
        try (DeliveryFixture faulted = new DeliveryFixture(faulty.dataSource(), DeliveryFixture.quick(100))) {
            faulted.on("good", Happened.class, event -> faulted.effect("good", event.number()))
                    .start();
            System.setErr(new ThrowingStream());
            try {
                for (int n = 1; n <= 10; n++) {
                    faulty.arm("neuroglia-", n, false, new StackOverflowError());
                    faulted.raise(new Happened(n));
                    await("the fault", () -> !faulty.isArmed());
                    await("delivered", database::nothingIsLeft);
                }
            } finally {
                System.setErr(before);
            }
            assertThat(database.texts("select count(*) from effect")).containsExactly("10");
        }
    }

    static Stream<Named<Throwable>> failures() {
        Throwable deep = new IOException("0");
        for (int i = 1; i < 20_000; i++) {
            deep = new IOException(Integer.toString(i), deep);
        }
        IOException first = new IOException("first");
        IOException cyclic = new IOException("second", first);
        first.initCause(cyclic);
        return Stream.of(
                Named.of("20,000 causes", deep),
                Named.of("causes in a circle", cyclic),
                Named.of("a message of 30 MB", new IOException("x".repeat(30_000_000))),
                Named.of("NUL", new IOException("a\0b")),
                Named.of("half of a surrogate pair", new IOException("a\ud800b")),
                Named.of("an error of the stack", new StackOverflowError()),
                Named.of("an error of the heap", new OutOfMemoryError("by chance")),
                Named.of("methods that throw", new Hostile(new IllegalStateException("never"))),
                Named.of("methods that throw errors", new Hostile(new StackOverflowError())),
                Named.of("methods that return null", new Hostile(null)));
    }

    private List<String> parked() {
        return database.texts("select handler from neuroglia.delivery where state = 'parked' and error is not null");
    }

    private String incarnations() {
        return database.texts("select last_value from neuroglia.process_incarnation_seq")
                .getFirst();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable failure) throws T {
        throw (T) failure;
    }

    record Happened(int number) implements DomainEvent {}

    /** An exception all of whose methods throw, or return null. */
    private static final class Hostile extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Throwable thrown;

        Hostile(Throwable thrown) {
            this.thrown = thrown;
        }

        @Override
        public String getMessage() {
            return this.<String>answer();
        }

        @Override
        public String getLocalizedMessage() {
            return this.<String>answer();
        }

        @Override
        public synchronized Throwable getCause() {
            return this.<Throwable>answer();
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            return this.<StackTraceElement[]>answer();
        }

        @Override
        public String toString() {
            return this.<String>answer();
        }

        private <V> V answer() {
            if (thrown != null) {
                HostileFailuresIT.<RuntimeException>sneak(thrown);
            }
            return null;
        }
    }

    private record HostileObserver(Throwable failure) implements DeliveryObserver {
        @Override
        public void begun(String handler, Duration latency) {
            HostileFailuresIT.<RuntimeException>sneak(failure);
        }

        @Override
        public void ended(String handler, AttemptOutcome outcome, Duration duration) {
            HostileFailuresIT.<RuntimeException>sneak(failure);
        }

        @Override
        public String toString() {
            HostileFailuresIT.<RuntimeException>sneak(failure);
            return "";
        }
    }

    /** Where the log goes in tests. */
    private static final class ThrowingStream extends PrintStream {
        ThrowingStream() {
            super(OutputStream.nullOutputStream());
        }

        /** Only for our own log: the connection pool loses connections when its log throws. */
        @Override
        public void println(String line) {
            if (line.contains(" io.neuroglia.")) {
                throw new IllegalStateException("the disk is full");
            }
        }
    }
}
