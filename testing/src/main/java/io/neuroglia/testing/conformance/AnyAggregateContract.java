package io.neuroglia.testing.conformance;

import io.neuroglia.testing.conformance.Parcel.Carrier;
import io.neuroglia.testing.conformance.Parcel.Money;
import io.neuroglia.testing.conformance.Parcel.Schedule;
import io.neuroglia.testing.conformance.Parcel.State;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;

/**
 * {@link RepositoryContract} for a repository that keeps any aggregate: its tests run with a {@link Parcel}, and others
 * make sure that no value changes on the way to the storage and back. A test class inherits it and says how to make the
 * repository:
 *
 * <pre>{@code
 * class InMemoryRepositoryTest extends AnyAggregateContract {
 *     @Override
 *     protected Repository<Parcel, Parcel.Id> repository(EventSink events) {
 *         return new InMemoryRepository<>(events, Parcel::state, Parcel::new);
 *     }
 * }
 * }</pre>
 *
 * @since 0.1
 */
public abstract class AnyAggregateContract extends RepositoryContract<Parcel, Parcel.Id> {

    /** For subclasses. */
    protected AnyAggregateContract() {}

    @Override
    protected Parcel newAggregate() {
        return new Parcel(state(UUID.randomUUID().toString(), "fragile"), 0);
    }

    @Override
    protected void change(Parcel parcel) {
        parcel.send("handed over");
    }

    static State state(String id, String note) {
        Map<String, List<Money>> charges =
                Map.of("postage", List.of(money("4.90"), money("0.10")), "customs", List.of(money("12.50")));
        return new State(new Parcel.Id(id), Carrier.POST, schedule(), charges, note);
    }

    static Money money(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }

    private static Schedule schedule() {
        return new Schedule(
                Instant.parse("2026-02-28T23:59:59.123456789Z"),
                OffsetDateTime.parse("2026-03-01T08:00:00.5+05:45"),
                ZonedDateTime.parse("2026-10-25T02:30:00+01:00[Europe/Berlin]"),
                LocalDate.parse("2028-02-29"),
                Duration.ofDays(30).plusNanos(1));
    }

    @Nested
    class KeepingValues extends RepositoryValues {
        KeepingValues() {
            super(AnyAggregateContract.this);
        }
    }
}
