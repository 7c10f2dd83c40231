package io.neuroglia.mediation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.neuroglia.message.Request;
import io.neuroglia.pipeline.Next;
import io.neuroglia.pipeline.PipelineBehavior;
import io.neuroglia.pipeline.Stage;
import io.neuroglia.result.OperationResult;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What sending costs in memory, beside what handlers and behaviors make themselves. */
class DispatchAllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperationResult<String> PONG = OperationResult.ok("pong");
    private static final int ROUNDS = 10;

    private final Ping ping = new Ping();
    private final Mediator mediator = builderWithThreeBehaviors().build();

    /** So few calls are interpreted: no optimisation hides an object that the code makes. So many are compiled. */
    @Test
    void sending_allocates_nothing_neither_interpreted_nor_compiled() {
        bytesOf(mediator, 10);
        long interpreted = leastBytesOf(mediator, 10);
        long compiled = leastBytesOf(mediator, 100_000);

        assertThat(interpreted).isZero();
        assertThat(compiled).isZero();
    }

    @Test
    void publishing_to_three_handlers_allocates_nothing() {
        int[] heard = new int[1];
        MediatorBuilder builder = Mediator.builder();
        for (String name : List.of("a", "b", "c")) {
            builder.on(name, Ping.class, event -> heard[0]++);
        }
        Mediator publishing = builder.build();
        publishing.publish(ping);

        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int call = 0; call < 10_000; call++) {
                publishing.publish(ping);
            }
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(heard[0]).isEqualTo(3 * (1 + ROUNDS * 10_000));
        assertThat(least).isZero();
    }

    @Test
    void the_measurement_sees_an_allocation() {
        Mediator allocating = builderWithThreeBehaviors()
                .around(Ping.class, (request, next) -> next.handle(new Ping(request.text())))
                .build();
        bytesOf(allocating, 10);

        assertThat(leastBytesOf(allocating, 10)).isPositive();
    }

    /** The least of several rounds, because the virtual machine may use the thread for itself now and then. */
    private long leastBytesOf(Mediator measured, int calls) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            least = Math.min(least, bytesOf(measured, calls));
        }
        return least;
    }

    private long bytesOf(Mediator measured, int calls) {
        int answers = 0;
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int call = 0; call < calls; call++) {
            if (measured.execute(ping).isSuccess()) {
                answers++;
            }
        }
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertThat(answers).isEqualTo(calls);
        return bytes;
    }

    private static MediatorBuilder builderWithThreeBehaviors() {
        return Mediator.builder()
                .behavior(Request.class, new PassingOn(Stage.OBSERVE))
                .behavior(Request.class, new PassingOn(Stage.VALIDATE))
                .behavior(Request.class, new PassingOn(Stage.TRANSACT))
                .handle(Ping.class, request -> PONG);
    }

    private static final class PassingOn implements PipelineBehavior<Request<?>> {
        private final Stage stage;

        PassingOn(Stage stage) {
            this.stage = stage;
        }

        @Override
        public Stage stage() {
            return stage;
        }

        @Override
        public <T> OperationResult<T> handle(Request<?> request, Next<Request<?>, T> next) throws Exception {
            return next.handle(request);
        }
    }
}
