package io.neuroglia.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The exclusive right of one application to a server directory.
 *
 * <p>The operating system releases the lock when the process ends, however it ends. The lock file stays; it holds the
 * process id of its last owner for error messages.
 */
final class DirectoryLock implements AutoCloseable {

    /**
     * The files locked by this JVM. Unix releases all locks of a process on a file when the process closes any handle of
     * it, so a second attempt in this JVM must not even open the file.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    /** The locked byte. It lies behind the contents because Windows does not let others read locked bytes. */
    private static final long LOCKED_BYTE = 1024;

    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Acquires the lock.
     *
     * @throws EmbeddedPostgresException if another application holds it, in this JVM or in another one
     */
    static DirectoryLock acquire(ServerDirectory directory) {
        Path file = directory.lock();
        if (!HELD_HERE.add(file)) {
            throw inUse(directory, "in this process, " + ProcessHandle.current().pid());
        }
        try {
            return new DirectoryLock(file, lockedChannel(directory));
        } catch (IOException e) {
            HELD_HERE.remove(file);
            throw new EmbeddedPostgresException(
                    "The file " + file + " cannot be locked: " + e + ".",
                    "Use a directory on a local disk that this user may write to.",
                    e);
        } catch (RuntimeException e) {
            HELD_HERE.remove(file);
            throw e;
        }
    }

    private static FileChannel lockedChannel(ServerDirectory directory) throws IOException {
        FileChannel channel = FileChannel.open(directory.lock(), CREATE, READ, WRITE);
        try {
            if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                throw inUse(directory, "process " + owner(channel));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(UTF_8)));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static String owner(FileChannel channel) throws IOException {
        return new String(Channels.newInputStream(channel).readAllBytes(), UTF_8).strip();
    }

    private static EmbeddedPostgresException inUse(ServerDirectory directory, String owner) {
        return new EmbeddedPostgresException(
                "The PostgreSQL directory " + directory.root() + " is in use by another application (" + owner + ").",
                "Stop the other application, or use another directory.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new EmbeddedPostgresException(
                    "The lock " + file + " cannot be released: " + e + ".", "It ends with this process.", e);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
