package io.neuroglia.testing.conformance;

import static io.neuroglia.testing.conformance.AnyAggregateContract.money;
import static io.neuroglia.testing.conformance.AnyAggregateContract.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.data.AggregateRoot;
import io.neuroglia.testing.conformance.Parcel.Carrier;
import io.neuroglia.testing.conformance.Parcel.Money;
import io.neuroglia.testing.conformance.Parcel.Schedule;
import io.neuroglia.testing.conformance.Parcel.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The part of {@link AnyAggregateContract} about values that must be the same when they come back. */
abstract class RepositoryValues extends RepositoryStage<Parcel, Parcel.Id> {
    private static final State SOME = state("some", "fragile");

    RepositoryValues(AnyAggregateContract contract) {
        super(contract);
    }

    @Test
    void an_amount_of_money_keeps_its_scale() throws Exception {
        List<Money> amounts = Stream.of(
                        "12.50", "12.5", "12", "0.00", "-0.10", "1234567890123456789.000000000000001", "0.0000001")
                .map(AnyAggregateContract::money)
                .toList();

        assertThat(stored(withCharges(Map.of("all", amounts))).charges().get("all"))
                .containsExactlyElementsOf(amounts);
    }

    @Test
    void generics_within_generics_keep_their_types() throws Exception {
        Map<String, List<Money>> charges =
                Map.of("postage", List.of(money("4.90"), money("0.10")), "customs", List.of(), "", List.of(money("1")));

        assertThat(stored(withCharges(charges)).charges()).isEqualTo(charges);
    }

    @Test
    void an_enum_constant_is_stored_by_its_name() throws Exception {
        for (Carrier carrier : Carrier.values()) {
            State state = new State(new Parcel.Id(carrier.name()), carrier, SOME.schedule(), SOME.charges(), "");

            assertThat(stored(state).carrier()).isSameAs(carrier);
        }
    }

    @Test
    void a_point_in_time_keeps_its_nanoseconds() throws Exception {
        for (String packed : List.of("2026-02-28T23:59:59.123456789Z", "1969-12-31T23:59:59.999999999Z")) {
            Instant instant = Instant.parse(packed);

            assertThat(storedAt(schedule(
                                    instant,
                                    SOME.schedule().due(),
                                    SOME.schedule().pickup()))
                            .packed())
                    .isEqualTo(instant);
        }
    }

    @Test
    void a_time_keeps_its_offset() throws Exception {
        for (String due :
                List.of("2026-03-01T08:00:00.5+05:45", "2026-03-01T08:00:00-03:30", "2026-03-01T08:00:00.000000001Z")) {
            OffsetDateTime time = OffsetDateTime.parse(due);

            assertThat(storedAt(schedule(Instant.EPOCH, time, SOME.schedule().pickup()))
                            .due())
                    .hasToString(time.toString());
        }
    }

    @Test
    void a_time_keeps_its_zone() throws Exception {
        for (String pickup : List.of(
                "2026-10-25T02:30:00+01:00[Europe/Berlin]",
                "2026-10-25T02:30:00+02:00[Europe/Berlin]",
                "2026-07-01T12:00:00Z[UTC]",
                "2026-07-01T12:00:00-07:00")) {
            ZonedDateTime time = ZonedDateTime.parse(pickup);

            assertThat(storedAt(schedule(Instant.EPOCH, SOME.schedule().due(), time))
                            .pickup())
                    .hasToString(time.toString());
        }
    }

    @Test
    void days_and_lengths_of_time_stay_as_they_are() throws Exception {
        Schedule schedule = new Schedule(
                Instant.EPOCH,
                SOME.schedule().due(),
                SOME.schedule().pickup(),
                LocalDate.parse("2028-02-29"),
                Duration.parse("PT-720H-0.000000001S"));

        assertThat(storedAt(schedule)).isEqualTo(schedule);
    }

    @Test
    void text_of_any_language_stays_as_it_is() throws Exception {
        for (String note : List.of(
                "",
                " ",
                "Zoë's \"naïve\" crème brûlée\t\r\n\\n",
                "Ω≈ç√ 漢字 עברית العربية",
                "👩‍👩‍👧‍👦 🍕",
                "e\u0301 is not é",
                "\u0001\u2028\uFFFF")) {
            State state = state("note", note);
            Parcel parcel = add(state);

            assertThat(found(parcel.id()).state().note()).isEqualTo(note);

            remove(parcel);
        }
    }

    @Test
    void no_text_is_not_empty_text() throws Exception {
        State without = new State(new Parcel.Id("none"), Carrier.POST, SOME.schedule(), Map.of(), null);

        assertThat(stored(without).note()).isNull();
    }

    @Test
    void an_id_may_be_any_text() throws Exception {
        List<String> ids = List.of(" ", "'; drop table parcel; --", "A", "a", "b", "Ä", "ä", "漢字", "\uFF01", "🍕");
        for (String id : ids) {
            assertThat(stored(state(id, id)).id().value()).isEqualTo(id);
        }

        List<Parcel> found = findByIds(ids.stream().map(Parcel.Id::new).toList());

        assertThat(found).extracting(parcel -> parcel.id().value()).containsExactlyElementsOf(ids);
        assertThat(findAll())
                .extracting(AggregateRoot::id)
                .containsExactlyElementsOf(found.stream().map(Parcel::id).toList());
    }

    private static State withCharges(Map<String, List<Money>> charges) {
        return new State(SOME.id(), SOME.carrier(), SOME.schedule(), charges, SOME.note());
    }

    private static Schedule schedule(Instant packed, OffsetDateTime due, ZonedDateTime pickup) {
        return new Schedule(packed, due, pickup, LocalDate.EPOCH, Duration.ZERO);
    }

    private Parcel add(State state) throws Exception {
        Parcel parcel = new Parcel(state, 0);
        add(parcel);
        return parcel;
    }

    /** The state as it comes back. */
    private State stored(State state) throws Exception {
        return found(add(state).id()).state();
    }

    /** Removed again, so that the next can be stored. */
    private Schedule storedAt(Schedule schedule) throws Exception {
        Parcel parcel = add(new State(SOME.id(), SOME.carrier(), schedule, SOME.charges(), SOME.note()));
        Schedule stored = found(parcel.id()).state().schedule();
        remove(parcel);
        return stored;
    }
}
