package io.neuroglia.testing.conformance;

import io.neuroglia.data.EventSink;
import io.neuroglia.data.InMemoryRepository;
import io.neuroglia.data.Repository;
import io.neuroglia.data.UnreadableAggregateException;
import io.neuroglia.message.DomainEvent;
import io.neuroglia.testing.conformance.Parcel.State;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A way to get a repository wrong, and a test that notices. */
enum RepositoryFlaw {
    LOSES_A_FIELD(
            "an_aggregate_is_found_as_it_was_added",
            events -> inMemory(
                    events, state -> new State(state.id(), state.carrier(), state.schedule(), Map.of(), state.note()))),
    TAKES_NO_TEXT_FOR_EMPTY_TEXT(
            "no_text_is_not_empty_text",
            events -> inMemory(
                    events,
                    state -> new State(
                            state.id(),
                            state.carrier(),
                            state.schedule(),
                            state.charges(),
                            state.note() == null ? "" : state.note()))),
    GIVES_THE_STORED_OBJECT_AWAY(
            "each_search_gives_a_new_object",
            events -> new InMemoryRepository<Parcel, Parcel.Id, Parcel>(
                    events, parcel -> parcel, (parcel, version) -> parcel)),
    LOSES_EVENTS_OF_LOADED_AGGREGATES(
            "events_of_a_loaded_aggregate_are_handed_over_in_order_and_cleared",
            events -> inMemory((key, version, raised) -> {
                if (version == 1) {
                    events.accept(key, version, raised);
                }
            })),
    HANDS_EVENTS_OVER_AGAIN(
            "events_are_handed_over_once_however_often_the_aggregate_is_stored",
            events -> inMemory((key, version, raised) -> {
                events.accept(key, version, raised);
                events.accept(key, version, raised);
            })),
    NAMES_NO_TYPE_IN_THE_KEY(
            "events_of_an_added_aggregate_are_handed_over_in_order_and_cleared",
            events -> inMemory(
                    (key, version, raised) -> events.accept(key.substring(key.indexOf('/')), version, raised))),
    STORES_WHAT_THE_SINK_REFUSES(
            "what_the_sink_refuses_is_not_stored", events -> new Around((key, version, raised) -> {}) {
                @Override
                public void add(Parcel parcel) {
                    List<DomainEvent> raised = parcel.pendingEvents();
                    target.add(parcel);
                    events.accept("Parcel/" + parcel.id(), 1, raised);
                }
            }),
    LETS_THE_LAST_WRITER_WIN("of_many_that_save_at_the_same_time_one_wins", events -> new Around(events) {
        @Override
        public void save(Parcel parcel) {
            long current = target.findById(parcel.id()).orElseThrow().version();
            target.save(new Parcel(parcel.state(), current));
            parcel.stored(current + 1);
        }
    }),
    COUNTS_THE_VERSION_OF_WHAT_IT_REFUSES(
            "of_two_that_loaded_one_version_the_first_to_save_wins", events -> new Around(events) {
                @Override
                public void save(Parcel parcel) {
                    Parcel copy = new Parcel(parcel.state(), parcel.version());
                    parcel.stored(parcel.version() + 1);
                    target.save(copy);
                }
            }),
    OVERWRITES_WHAT_EXISTS("an_id_that_exists_cannot_be_added", events -> new Around(events) {
        @Override
        public void add(Parcel parcel) {
            target.findById(parcel.id()).ifPresent(target::remove);
            target.add(parcel);
        }
    }),
    UNDOES_NOTHING(
            "an_aggregate_has_its_version_and_its_events_back",
            events -> inMemory((key, version, raised) -> events.accept(key, version, raised))),
    DOES_NOT_SAY_WHAT_IT_LOADS(
            "a_loaded_aggregate_that_changes_and_is_not_saved_is_noticed_however_it_was_loaded",
            events -> inMemory((key, version, raised) -> events.accept(key, version, raised))),
    STREAMS_ONLY_THE_FIRST_ROWS(
            "a_stream_has_all_aggregates_each_once_as_they_were_stored", events -> new Around(events) {
                @Override
                public Stream<Parcel> stream() {
                    return target.stream().limit(100);
                }
            }),
    HIDES_WHAT_CANNOT_BE_READ(
            "a_search_for_many_fails_at_an_unreadable_one_and_names_it", events -> new Spoilable(events) {
                @Override
                public List<Parcel> findAll() {
                    return target.findAll().stream()
                            .filter(parcel -> !spoiled.contains(parcel.id()))
                            .toList();
                }
            }),
    FAILS_AS_A_WHOLE(
            "a_search_goes_on_with_the_readable_ones_if_the_others_are_reported", events -> new Spoilable(events) {
                @Override
                public List<Parcel> findAll() {
                    spoiled.forEach(this::refuse);
                    return target.findAll();
                }
            }),
    FINDS_IN_THE_ORDER_ASKED_FOR(
            "several_are_found_by_their_ids_each_once_in_the_order_of_their_ids", events -> new Around(events) {
                @Override
                public List<Parcel> findByIds(Collection<? extends Parcel.Id> ids) {
                    return ids.stream()
                            .distinct()
                            .flatMap(id -> target.findById(id).stream())
                            .toList();
                }
            });

    private final String noticedBy;
    private final Function<EventSink, Repository<Parcel, Parcel.Id>> repository;

    RepositoryFlaw(String noticedBy, Function<EventSink, Repository<Parcel, Parcel.Id>> repository) {
        this.noticedBy = noticedBy;
        this.repository = repository;
    }

    String noticedBy() {
        return noticedBy;
    }

    Repository<Parcel, Parcel.Id> repository(EventSink events) {
        return repository.apply(events);
    }

    private static Repository<Parcel, Parcel.Id> inMemory(EventSink events) {
        return inMemory(events, state -> state);
    }

    private static Repository<Parcel, Parcel.Id> inMemory(EventSink events, UnaryOperator<State> spoiled) {
        return new InMemoryRepository<Parcel, Parcel.Id, State>(
                events, parcel -> spoiled.apply(parcel.state()), Parcel::new);
    }

    /** A good repository, for others to spoil a part of it. */
    private static class Around implements Repository<Parcel, Parcel.Id> {
        final Repository<Parcel, Parcel.Id> target;

        Around(EventSink events) {
            this.target = inMemory(events);
        }

        @Override
        public Optional<Parcel> findById(Parcel.Id id) {
            return target.findById(id);
        }

        @Override
        public List<Parcel> findByIds(Collection<? extends Parcel.Id> ids) {
            return target.findByIds(ids);
        }

        @Override
        public List<Parcel> findAll() {
            return target.findAll();
        }

        @Override
        public Stream<Parcel> stream() {
            return target.stream();
        }

        @Override
        public void add(Parcel parcel) {
            target.add(parcel);
        }

        @Override
        public void save(Parcel parcel) {
            target.save(parcel);
        }

        @Override
        public void remove(Parcel parcel) {
            target.remove(parcel);
        }
    }

    /** One whose aggregates can be made unreadable. */
    static class Spoilable extends Around {
        final Set<Parcel.Id> spoiled = new HashSet<>();

        Spoilable(EventSink events) {
            super(events);
        }

        @Override
        public Optional<Parcel> findById(Parcel.Id id) {
            if (spoiled.contains(id)) {
                refuse(id);
            }
            return target.findById(id);
        }

        void refuse(Parcel.Id id) {
            throw new UnreadableAggregateException("memory", id.value(), new IllegalStateException("spoiled"));
        }
    }
}
