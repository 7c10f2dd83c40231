package io.neuroglia.testing.conformance;

import static io.neuroglia.testing.conformance.AnyAggregateContract.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.data.DataFailureException;
import io.neuroglia.data.EventSink;
import io.neuroglia.data.Repository;
import io.neuroglia.data.UnreadableAggregateException;
import io.neuroglia.data.file.DirectoryInUseException;
import io.neuroglia.data.file.FileRepository;
import io.neuroglia.result.OperationResult;
import io.neuroglia.testing.DirectUnitOfWork;
import io.neuroglia.testing.RecordingEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRepositoryTest extends AnyAggregateContract {
    @TempDir
    private Path parent;

    @Override
    protected Repository<Parcel, Parcel.Id> repository(EventSink events) {
        return open(events);
    }

    private FileRepository<Parcel, Parcel.Id, Parcel.State> open(EventSink events) {
        return FileRepository.open(parent, events, new ParcelMapping());
    }

    @Override
    protected boolean makeUnreadable(Parcel.Id id) throws IOException {
        Path file = parent.resolve("parcel").resolve(id + ".json");
        Files.writeString(file, Files.readString(file).replace("\"due\"", "\"overdue\""));
        return true;
    }

    @Nested
    class InADirectory {
        private FileRepository<Parcel, Parcel.Id, Parcel.State> parcels;
        private Path directory;

        @BeforeEach
        void open() {
            parcels = FileRepositoryTest.this.open(new RecordingEvents());
            directory = parent.resolve("parcel");
        }

        @AfterEach
        void close() {
            parcels.close();
        }

        @Test
        void what_is_stored_is_found_when_it_is_opened_again() {
            Parcel parcel = newAggregate();
            parcels.add(parcel);
            change(parcel);
            parcels.save(parcel);
            parcels.close();

            open();

            Parcel found = parcels.findById(parcel.id()).orElseThrow();
            assertThat(found.version()).isEqualTo(2);
            assertThat(found.state()).isEqualTo(parcel.state());
        }

        @Test
        void a_second_repository_is_refused_at_once_and_takes_the_lock_from_nobody() {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> FileRepositoryTest.this.open(new RecordingEvents()))
                        .isInstanceOf(DirectoryInUseException.class)
                        .hasMessageContaining(directory.toString())
                        .hasMessageContaining("this process");
            }
        }

        @Test
        void an_id_becomes_a_name_that_every_file_system_takes() throws IOException {
            String longId = "ä".repeat(300);
            for (String id : List.of("plain-1_a", "A", "../../etc/passwd", "a/b\\c:*?\"<>|", "", ".", "con.", longId)) {
                parcels.add(new Parcel(state(id, id), 0));
                assertThat(parcels.findById(new Parcel.Id(id))
                                .orElseThrow()
                                .state()
                                .note())
                        .isEqualTo(id);
            }

            assertThat(parcels.findAll()).hasSize(8);
            assertThat(names())
                    .hasSize(8)
                    .allMatch(name -> name.matches("[a-z0-9_%~-]+\\.json") && name.length() < 256);
            assertThat(names()).contains("plain-1_a.json", "%41.json", "%.json");
        }

        @Test
        void two_long_ids_with_one_beginning_are_two() {
            String beginning = "x".repeat(400);

            parcels.add(new Parcel(state(beginning + "1", "one"), 0));
            parcels.add(new Parcel(state(beginning + "2", "two"), 0));

            assertThat(parcels.findAll())
                    .extracting(parcel -> parcel.state().note())
                    .containsExactly("one", "two");
        }

        @Test
        void what_a_crash_left_half_written_is_ignored_and_cleared_away() throws IOException {
            Parcel parcel = newAggregate();
            parcels.add(parcel);
            parcels.close();
            Path draft = directory.resolve(parcel.id() + ".tmp");
            Files.writeString(draft, "{\"id\": \"half");

            open();

            assertThat(draft).doesNotExist();
            assertThat(parcels.findAll()).extracting(Parcel::id).containsExactly(parcel.id());
        }

        @Test
        void a_refused_change_leaves_no_draft() throws IOException {
            Parcel parcel = newAggregate();
            parcels.close();
            parcels = FileRepositoryTest.this.open((key, version, events) -> {
                throw new IllegalStateException("refused");
            });

            assertThatIllegalStateException().isThrownBy(() -> parcels.add(parcel));

            assertThat(names()).isEmpty();
        }

        @Test
        void a_file_that_is_not_ours_or_was_spoiled_is_named() throws IOException {
            Files.writeString(directory.resolve("spoiled.json"), "spoiled");

            assertThatThrownBy(parcels::findAll)
                    .isInstanceOf(UnreadableAggregateException.class)
                    .hasMessageContaining("spoiled.json");
        }

        @Test
        void a_file_that_was_spoiled_does_not_keep_the_others_from_being_read() throws IOException {
            Parcel parcel = newAggregate();
            parcels.add(parcel);
            Files.writeString(directory.resolve("spoiled.json"), "spoiled");
            Files.writeString(directory.resolve("empty.json"), "");
            List<String> unreadable = new ArrayList<>();

            assertThat(parcels.skippingUnreadable(failure -> unreadable.add(failure.id()))
                            .findAll())
                    .extracting(Parcel::id)
                    .containsExactly(parcel.id());
            assertThat(unreadable).containsExactlyInAnyOrder("empty", "spoiled");
        }

        @Test
        void a_field_that_is_missing_is_named_with_the_file() throws IOException {
            Parcel parcel = newAggregate();
            parcels.add(parcel);
            makeUnreadable(parcel.id());

            assertThatThrownBy(() -> parcels.findById(parcel.id()))
                    .hasMessageContaining(parcel.id() + ".json")
                    .hasMessageContaining("at schedule.due");
        }

        @Test
        void a_disk_that_refuses_changes_nothing() throws IOException {
            Parcel parcel = newAggregate();
            Files.createDirectory(directory.resolve(parcel.id() + ".tmp"));
            change(parcel);

            assertThatThrownBy(() -> parcels.add(parcel))
                    .isInstanceOf(DataFailureException.class)
                    .hasMessageContaining("Cannot write");

            assertThat(parcel.version()).isZero();
            assertThat(parcel.pendingEvents()).isNotEmpty();
            assertThat(parcels.findById(parcel.id())).isEmpty();
        }

        @Test
        void an_interrupted_thread_stores_and_stays_interrupted() {
            Parcel parcel = newAggregate();
            Thread.currentThread().interrupt();

            parcels.add(parcel);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(parcels.findById(parcel.id())).isPresent();
        }

        @Test
        void a_closed_repository_says_so() {
            parcels.close();
            parcels.close();

            assertThatIllegalStateException()
                    .isThrownBy(parcels::findAll)
                    .withMessageContaining("closed")
                    .withMessageContaining(directory.toString());
            assertThatIllegalStateException().isThrownBy(() -> parcels.add(newAggregate()));
        }

        private List<String> names() throws IOException {
            try (Stream<Path> files = Files.list(directory)) {
                return files.map(file -> file.getFileName().toString())
                        .filter(name -> !name.equals(".lock"))
                        .toList();
            }
        }
    }

    @Nested
    class InAUnitOfWork {
        private final DirectUnitOfWork unitOfWork = new DirectUnitOfWork();

        @Test
        void a_unit_that_fails_leaves_no_trace_in_the_files() throws Exception {
            try (FileRepository<Parcel, Parcel.Id, Parcel.State> parcels = open(unitOfWork)) {
                Parcel stored = newAggregate();
                Parcel added = newAggregate();
                unitOfWork.execute(() -> {
                    parcels.add(stored);
                    return OperationResult.noContent();
                });

                unitOfWork.execute(() -> {
                    change(stored);
                    parcels.save(stored);
                    parcels.add(added);
                    return OperationResult.badRequest("refused");
                });

                assertThat(parcels.findAll()).extracting(Parcel::id).containsExactly(stored.id());
                assertThat(parcels.findById(stored.id()).orElseThrow().version())
                        .isEqualTo(1);
                assertThat(stored.version()).isEqualTo(1);
                assertThat(unitOfWork.events()).isEmpty();
            }
        }

        @Test
        void nothing_is_stored_outside_a_unit() {
            try (FileRepository<Parcel, Parcel.Id, Parcel.State> parcels = open(unitOfWork)) {
                assertThatIllegalStateException().isThrownBy(() -> parcels.add(newAggregate()));

                assertThat(parcels.findAll()).isEmpty();
            }
        }
    }
}
