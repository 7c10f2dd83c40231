package io.neuroglia.testing.conformance;

import io.neuroglia.data.AggregateRoot;
import io.neuroglia.message.DomainEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The aggregate that {@link AnyAggregateContract} stores: its state is made of values that storage likes to spoil. Not
 * thread-safe.
 *
 * @since 0.1
 */
public final class Parcel extends AggregateRoot<Parcel.Id> {
    private State state;

    /**
     * A parcel as it was stored.
     *
     * @param state its state
     * @param version as it was stored, 0 for never
     */
    public Parcel(State state, long version) {
        super(state.id(), version);
        this.state = state;
    }

    /**
     * What is to be stored.
     *
     * @return immutable state
     */
    public State state() {
        return state;
    }

    void send(String note) {
        state = new State(state.id(), Carrier.EXPRESS, state.schedule(), state.charges(), note);
        raiseEvent(new CarrierChosen(id(), Carrier.EXPRESS));
        raiseEvent(new ParcelSent(id(), note));
    }

    /**
     * Identifies a parcel; stored by its {@code toString}.
     *
     * @param value any text
     * @since 0.1
     */
    public record Id(String value) {
        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * What is stored.
     *
     * @param id whose state it is
     * @param carrier a constant with a text of its own
     * @param schedule points and lengths of time
     * @param charges generics within generics
     * @param note any text, or none
     * @since 0.1
     */
    public record State(
            Id id,
            Carrier carrier,
            Schedule schedule,
            Map<String, List<Money>> charges,
            @Nullable String note) {}

    /**
     * An amount whose scale is part of it.
     *
     * @param amount such as 12.50, which is not 12.5
     * @param currency its ISO code
     * @since 0.1
     */
    public record Money(BigDecimal amount, String currency) {}

    /**
     * Points and lengths of time, each to be kept to the nanosecond and in its own offset or zone.
     *
     * @param packed a point in time
     * @param due a point in time as seen at an offset
     * @param pickup a point in time as seen in a zone
     * @param day a day
     * @param shelfLife a length of time
     * @since 0.1
     */
    public record Schedule(
            Instant packed, OffsetDateTime due, ZonedDateTime pickup, LocalDate day, Duration shelfLife) {}

    /**
     * Who brings the parcel. What it is called is the same for all, so only the name tells them apart.
     *
     * @since 0.1
     */
    public enum Carrier {
        /** Takes its time. */
        POST,
        /** Is fast. */
        EXPRESS;

        @Override
        public String toString() {
            return "carrier";
        }
    }

    record CarrierChosen(Id parcel, Carrier carrier) implements DomainEvent {}

    record ParcelSent(Id parcel, String note) implements DomainEvent {}
}
