package io.neuroglia.data.file;

import io.neuroglia.data.DataFailureException;
import io.neuroglia.data.UnreadableAggregateException;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of one directory. Each is complete at any time: it is written beside, forced to the disk, and put in its
 * place in one step. Reading is thread-safe; changing is for one thread at a time.
 */
final class FileStore implements AutoCloseable {
    private static final String ENDING = ".json";
    private static final String DRAFT_ENDING = ".tmp";

    private static final boolean WINDOWS = File.separatorChar == '\\';

    private final Path directory;
    private final DirectoryLock lock;

    private FileStore(Path directory, DirectoryLock lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /** Takes the directory, and what a process that died has left half written out of it. */
    static FileStore open(Path wanted) throws IOException {
        Path directory = Files.createDirectories(wanted).toRealPath();
        force(directory.resolveSibling("."));
        FileStore store = new FileStore(directory, DirectoryLock.acquire(directory));
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(directory, "*" + DRAFT_ENDING)) {
            for (Path draft : drafts) {
                Files.delete(draft);
            }
            return store;
        } catch (IOException cause) {
            store.close();
            throw cause;
        }
    }

    Optional<StoredFile> read(String id) {
        return read(file(id));
    }

    /** The files that are there now, to be read one by one. Only their names are held. */
    Stream<Path> all() {
        lock.requireOpen();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + ENDING)) {
            List<Path> names = new ArrayList<>();
            files.forEach(names::add);
            return names.stream();
        } catch (IOException | DirectoryIteratorException cause) {
            throw new DataFailureException("Cannot list " + directory, cause);
        }
    }

    /** Writes beside, so that what can fail has failed before anything is replaced. */
    Draft draft(StoredFile content) {
        lock.requireOpen();
        Path written = directory.resolve(FileName.of(content.id()) + DRAFT_ENDING);
        Draft draft = new Draft(written, file(content.id()));
        // Not by a channel: an interrupt would close it half-way.
        try (FileOutputStream out = new FileOutputStream(written.toFile())) {
            out.write(content.text().getBytes(StandardCharsets.UTF_8));
            out.getFD().sync();
            return draft;
        } catch (IOException cause) {
            draft.close();
            throw new DataFailureException("Cannot write " + written, cause);
        }
    }

    void delete(String id) {
        lock.requireOpen();
        try {
            Files.deleteIfExists(file(id));
            force(directory);
        } catch (IOException cause) {
            throw new DataFailureException("Cannot delete " + file(id), cause);
        }
    }

    /** Gives the directory free. */
    @Override
    public void close() throws IOException {
        lock.close();
    }

    /**
     * What a file holds, or empty if it is not there any more.
     *
     * @throws UnreadableAggregateException if it does not hold an aggregate
     */
    Optional<StoredFile> read(Path file) {
        lock.requireOpen();
        return text(file).map(text -> {
            try {
                return StoredFile.read(text);
            } catch (IllegalArgumentException | DataFailureException cause) {
                throw unreadable(file, nameOf(file), cause);
            }
        });
    }

    /** Says that the aggregate in a file cannot be read. */
    UnreadableAggregateException unreadable(StoredFile content, RuntimeException cause) {
        return unreadable(file(content.id()), content.id(), cause);
    }

    private static UnreadableAggregateException unreadable(Path file, String id, RuntimeException cause) {
        return new UnreadableAggregateException("file " + file, id, cause);
    }

    private static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - ENDING.length());
    }

    private static Optional<String> text(Path file) {
        try (FileInputStream in = new FileInputStream(file.toFile())) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (FileNotFoundException absent) {
            if (Files.exists(file)) {
                throw new DataFailureException("Cannot open " + file, absent);
            }
            return Optional.empty();
        } catch (IOException cause) {
            throw new DataFailureException("Cannot read " + file, cause);
        }
    }

    private Path file(String id) {
        return directory.resolve(FileName.of(id) + ENDING);
    }

    /** Makes names in a directory durable, where the system can open a directory for that. */
    private static void force(Path directory) throws IOException {
        if (WINDOWS) {
            return;
        }
        boolean interrupted = Thread.interrupted(); // it would close the channel
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A file that is written, but not in its place. Closing it throws away what was not put there. */
    record Draft(Path draft, Path place) implements AutoCloseable {

        void putInPlace() {
            try {
                Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                force(place.resolveSibling("."));
            } catch (IOException cause) {
                throw new DataFailureException("Cannot replace " + place, cause);
            }
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(draft);
            } catch (IOException cause) {
                throw new DataFailureException("Cannot delete " + draft, cause);
            }
        }
    }
}
