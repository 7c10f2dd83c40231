package io.neuroglia.data.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a directory for one repository. The operating system gives it free when the process ends, however it ends.
 * Thread-safe.
 */
final class DirectoryLock implements AutoCloseable {
    /**
     * What this process has locked. Static, because the operating system's locks belong to the process: it would let this
     * process lock twice, and take the lock away from the first when the second closes the file.
     */
    private static final Set<Path> LOCKED_HERE = ConcurrentHashMap.newKeySet();

    private static final String FILE = ".lock";

    /** Not where the process id is written, because some systems let nobody else read what is locked. */
    private static final long PLACE = Long.MAX_VALUE - 1;

    private final Path directory;
    private final FileChannel channel;
    private volatile boolean closed;

    private DirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /**
     * Locks a directory.
     *
     * @param directory its real path
     * @throws DirectoryInUseException at once, if somebody else has it
     */
    static DirectoryLock acquire(Path directory) throws IOException {
        if (!LOCKED_HERE.add(directory)) {
            throw new DirectoryInUseException(directory, "another repository of this process");
        }
        boolean acquired = false;
        try {
            DirectoryLock lock = new DirectoryLock(directory, lock(directory));
            acquired = true;
            return lock;
        } finally {
            if (!acquired) {
                LOCKED_HERE.remove(directory);
            }
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            if (channel.tryLock(PLACE, 1, false) == null) {
                throw new DirectoryInUseException(directory, "process " + Files.readString(file));
            }
            String process = Long.toString(ProcessHandle.current().pid());
            channel.truncate(0).write(ByteBuffer.wrap(process.getBytes(StandardCharsets.UTF_8)));
            locked = true;
            return channel;
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The repository of " + directory + " is closed.");
        }
    }

    /** Once only, because by a second time somebody else may have it. */
    @Override
    public synchronized void close() throws IOException {
        if (!closed) {
            closed = true;
            channel.close();
            LOCKED_HERE.remove(directory);
        }
    }
}
