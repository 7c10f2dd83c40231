package io.neuroglia.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.data.file.FileRepository;
import io.neuroglia.testing.ChildJvm;
import io.neuroglia.testing.RecordingEvents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other processes that keep aggregates in files: killed while they write, and in each other's way. */
class FileRepositoryCrashIT {
    private static final int AGGREGATES = 5;

    @TempDir
    private Path parent;

    @RepeatedTest(5)
    void a_process_that_is_killed_while_it_writes_leaves_only_complete_files() throws Exception {
        long seed = System.nanoTime();
        Map<String, Long> acknowledged = new HashMap<>();
        try (ChildJvm writer = ChildJvm.start(Writer.class, List.of(), parent.toString())) {
            for (int i = 0; i < 2 * AGGREGATES; i++) {
                note(acknowledged, writer.line());
            }
            LockSupport.parkNanos(new Random(seed).nextLong(200_000_000));
            writer.kill();
            for (String line = writer.line(); line != null; line = writer.line()) {
                note(acknowledged, line);
            }
        }

        try (FileRepository<Parcel, Parcel.Id, Parcel.State> parcels = openHere()) {
            List<Parcel> found = parcels.findAll();
            assertThat(found).as("seed %d", seed).hasSize(AGGREGATES);
            for (Parcel parcel : found) {
                long last = acknowledged.get(parcel.id().value());
                assertThat(parcel.version()).as("seed %d", seed).isBetween(last, last + 1);
                assertThat(parcel.state().note()).isEqualTo(Writer.note(parcel.version()));
            }
        }
        try (Stream<Path> files = Files.walk(parent)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    @Test
    void a_directory_that_another_process_uses_is_refused_at_once_and_free_when_that_has_died() throws Exception {
        try (FileRepository<Parcel, Parcel.Id, Parcel.State> mine = openHere();
                ChildJvm other = ChildJvm.start(Writer.class, List.of(), parent.toString())) {
            assertThat(mine.findAll()).isEmpty();
            assertThat(String.join("\n", other.lines()))
                    .contains(
                            "DirectoryInUseException",
                            parent.toString(),
                            "is in use by process " + ProcessHandle.current().pid());
            assertThat(other.exitCode()).isEqualTo(1);
        }
        try (ChildJvm other = ChildJvm.start(Writer.class, List.of(), parent.toString())) {
            assertThat(other.line()).startsWith("stored ");
            other.kill();
        }

        try (FileRepository<Parcel, Parcel.Id, Parcel.State> mine = openHere()) {
            assertThat(mine.findAll()).isNotEmpty();
        }
    }

    private static void note(Map<String, Long> acknowledged, String line) {
        String[] words = line.split(" ", -1);
        if (words.length == 3 && words[0].equals("stored")) {
            acknowledged.put(words[1], Long.valueOf(words[2]));
        }
    }

    private FileRepository<Parcel, Parcel.Id, Parcel.State> openHere() {
        return FileRepository.open(parent, new RecordingEvents(), new ParcelMapping());
    }

    /** Stores large parcels again and again, and says what it has stored. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) {
            try (FileRepository<Parcel, Parcel.Id, Parcel.State> parcels =
                    FileRepository.open(Path.of(arguments[0]), new RecordingEvents(), new ParcelMapping())) {
                for (int i = 0; i < AGGREGATES; i++) {
                    Parcel parcel = new Parcel(AnyAggregateContract.state(Integer.toString(i), note(1)), 0);
                    parcels.add(parcel);
                    acknowledge(parcel);
                }
                while (true) {
                    for (Parcel parcel : parcels.findAll()) {
                        parcel.send(note(parcel.version() + 1));
                        parcels.save(parcel);
                        acknowledge(parcel);
                    }
                }
            }
        }

        private static void acknowledge(Parcel parcel) {
            System.out.println("stored " + parcel.id() + " " + parcel.version());
        }

        /** So long that it is not written in one step, and different each time. */
        static String note(long version) {
            return Long.toString(version).repeat(200_000);
        }
    }
}
