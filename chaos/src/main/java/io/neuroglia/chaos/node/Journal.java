package io.neuroglia.chaos.node;

import io.neuroglia.chaos.audit.JournalEntry;
import io.neuroglia.chaos.audit.JournalEntry.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Notes outside of the database what a process did: whatever was noted survives its SIGKILL. Thread-safe. */
final class Journal implements AutoCloseable {
    private final String node;
    private final FileChannel file;

    Journal(String node, Path path) throws IOException {
        this.node = node;
        this.file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    void note(Kind kind, String subject) {
        note(kind, subject, "");
    }

    synchronized void note(Kind kind, String subject, String handler) {
        String line = new JournalEntry(node, System.nanoTime(), kind, subject, handler).line();
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
