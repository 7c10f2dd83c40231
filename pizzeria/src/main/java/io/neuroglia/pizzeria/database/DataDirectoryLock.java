package io.neuroglia.pizzeria.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to work on a data directory: one application at a time has it.
 *
 * <p>The operating system holds the lock for the process and drops it when the process ends, however it ends. Its file
 * stays; it only tells the next one who has the lock.
 */
final class DataDirectoryLock implements AutoCloseable {

    /**
     * The files locked by this JVM. Needed because Unix gives up all of a process's locks on a file as soon as the
     * process closes any handle of it: a second attempt inside this JVM must not even open the file.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    /** The byte that is locked; beyond the content, because Windows lets nobody read what is locked. */
    private static final long LOCKED_BYTE = 1024;

    private final Path file;
    private final FileChannel channel;

    private DataDirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws EmbeddedDatabaseException when another application has it, in this JVM or in another one
     */
    static DataDirectoryLock acquire(DataDirectory directory) {
        Path file = directory.lock();
        if (!HELD_HERE.add(file)) {
            throw inUse(
                    directory, "this very process, " + ProcessHandle.current().pid());
        }
        try {
            return new DataDirectoryLock(file, lockedChannel(directory));
        } catch (IOException e) {
            HELD_HERE.remove(file);
            throw new EmbeddedDatabaseException(
                    "The file " + file + " cannot be locked: " + e,
                    "Set pizzeria.data-dir to a folder on a local disk that this user may write to.",
                    e);
        } catch (RuntimeException e) {
            HELD_HERE.remove(file);
            throw e;
        }
    }

    private static FileChannel lockedChannel(DataDirectory directory) throws IOException {
        FileChannel channel = FileChannel.open(directory.lock(), CREATE, READ, WRITE);
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw inUse(directory, "process " + holder(channel));
            }
            name(channel);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        return new String(Channels.newInputStream(channel).readAllBytes(), UTF_8).strip();
    }

    private static void name(FileChannel channel) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(UTF_8)));
    }

    private static EmbeddedDatabaseException inUse(DataDirectory directory, String holder) {
        return new EmbeddedDatabaseException(
                "The data directory " + directory.root().getParent() + " is in use by another pizzeria (" + holder
                        + ").",
                "Stop that one first, or set pizzeria.data-dir to another folder.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new EmbeddedDatabaseException(
                    "The lock " + file + " cannot be given back: " + e, "It ends with this process.", e);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
