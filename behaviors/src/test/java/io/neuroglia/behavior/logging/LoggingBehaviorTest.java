package io.neuroglia.behavior.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.neuroglia.mediation.Mediator;
import io.neuroglia.message.Command;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.FailureKind;
import io.neuroglia.result.OperationFailedException;
import io.neuroglia.result.OperationResult;
import io.neuroglia.result.Problem;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

class LoggingBehaviorTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(PayCommand.class);
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
    private final AtomicLong clock = new AtomicLong(1_000);
    private final LoggingBehavior behavior = new LoggingBehavior(clock::get);

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        logger.addAppender(appender);
        appender.start();
    }

    @AfterEach
    void stop_listening() {
        logger.detachAppender(appender);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    @Test
    void a_success_is_logged_with_name_and_duration() {
        OperationResult<String> result = answering(OperationResult.ok("receipt"), 12_345_678);

        assertThat(result).isEqualTo(OperationResult.ok("receipt"));
        assertThat(lines()).containsExactly("INFO PayCommand succeeded in 12.3 ms");
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0", "99999, 0.0", "100000, 0.1", "1000000, 1.0", "61234567890, 61234.5"})
    void durations_are_milliseconds_with_one_digit(long nanos, String milliseconds) {
        answering(OperationResult.ok("receipt"), nanos);

        assertThat(lines()).containsExactly("INFO PayCommand succeeded in " + milliseconds + " ms");
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void a_refusal_is_logged_with_its_kind_and_is_a_warning_when_it_is_our_fault(FailureKind kind) {
        Problem problem = Problem.of(kind, "Card 4111 of Ada was declined");

        OperationResult<String> result = answering(OperationResult.failure(problem), 200_000);

        boolean ours = List.of(FailureKind.INTERNAL, FailureKind.UNAVAILABLE).contains(kind);
        assertThat(result).isEqualTo(OperationResult.failure(problem));
        assertThat(lines()).containsExactly((ours ? "WARN" : "INFO") + " PayCommand refused: " + kind + " in 0.2 ms");
    }

    @Test
    void of_an_exception_only_the_class_is_logged_and_it_passes() {
        IllegalStateException thrown = new IllegalStateException("card 4111");

        assertThatThrownBy(() -> throwing(thrown)).isSameAs(thrown);

        assertThat(lines()).containsExactly("WARN PayCommand failed: java.lang.IllegalStateException in 1.0 ms");
        assertThat(appender.list).allMatch(event -> event.getThrowableProxy() == null);
    }

    @Test
    void an_error_is_logged_and_passes_too() {
        AssertionError thrown = new AssertionError("broken");

        assertThatThrownBy(() -> throwing(thrown)).isSameAs(thrown);

        assertThat(lines()).containsExactly("WARN PayCommand failed: java.lang.AssertionError in 1.0 ms");
    }

    @Test
    void an_exception_that_means_an_outcome_is_logged_as_that_refusal() {
        OperationFailedException thrown =
                new OperationFailedException(Problem.of(FailureKind.CONFLICT, "Somebody was first"));

        OperationResult<String> result = throwing(thrown);

        assertThat(result).isEqualTo(OperationResult.conflict("Somebody was first"));
        assertThat(lines()).containsExactly("INFO PayCommand refused: CONFLICT in 1.0 ms");
    }

    @Test
    void nothing_of_the_request_is_logged() {
        logger.setLevel(Level.TRACE);

        answering(OperationResult.ok("receipt"), 1);
        answering(OperationResult.validationError("Card 4111 has expired"), 1);

        assertThat(lines()).hasSize(2).noneMatch(line -> line.contains("4111") || line.contains("receipt"));
    }

    @Test
    void the_level_of_the_requests_own_logger_decides() {
        logger.setLevel(Level.WARN);

        answering(OperationResult.ok("receipt"), 1);
        answering(OperationResult.internalError("Sorry"), 1);

        assertThat(lines()).containsExactly("WARN PayCommand refused: INTERNAL in 0.0 ms");
    }

    @Test
    void by_default_it_measures_by_the_systems_clock() {
        Mediator mediator = mediator(new LoggingBehavior(), OperationResult.ok("receipt"), 0);

        mediator.execute(new PayCommand("4111"));

        assertThat(lines()).singleElement().asString().matches("INFO PayCommand succeeded in \\d+\\.\\d ms");
    }

    @Test
    void it_stands_outermost() {
        assertThat(behavior.stage()).isEqualTo(Stage.OBSERVE);
    }

    private OperationResult<String> answering(OperationResult<String> result, long nanos) {
        return mediator(behavior, result, nanos).execute(new PayCommand("4111"));
    }

    private Mediator mediator(LoggingBehavior logging, OperationResult<String> result, long nanos) {
        return Mediator.builder()
                .behavior(Request.class, logging)
                .handle(PayCommand.class, command -> {
                    clock.addAndGet(nanos);
                    return result;
                })
                .build();
    }

    private OperationResult<String> throwing(Throwable thrown) {
        return Mediator.builder()
                .behavior(Request.class, behavior)
                .handle(PayCommand.class, command -> {
                    clock.addAndGet(1_000_000);
                    if (thrown instanceof Error error) {
                        throw error;
                    }
                    throw (Exception) thrown;
                })
                .build()
                .execute(new PayCommand("4111"));
    }

    private List<String> lines() {
        return appender.list.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }

    record PayCommand(String card) implements Command<String> {}
}
