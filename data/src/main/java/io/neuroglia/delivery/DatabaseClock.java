package io.neuroglia.delivery;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What the database's clock says, without asking each time: its last answer and what has passed since. The node's own clock
 * plays no part. For measuring only. Thread-safe.
 */
final class DatabaseClock {
    private volatile @Nullable Answer last;

    /** Takes note of an answer that came between two readings of {@link System#nanoTime()}. */
    void answered(OffsetDateTime time, long askedNanos, long answeredNanos) {
        last = new Answer(time, askedNanos + (answeredNanos - askedNanos) / 2);
    }

    /** How long ago a time of the database's was, at least nothing; null before the first answer. */
    @Nullable
    Duration since(OffsetDateTime time) {
        Answer answer = last;
        if (answer == null) {
            return null;
        }
        Duration passed = Duration.between(time, answer.time()).plusNanos(System.nanoTime() - answer.nanos());
        return passed.isNegative() ? Duration.ZERO : passed;
    }

    private record Answer(OffsetDateTime time, long nanos) {}
}
