package io.neuroglia.chaos.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A line that a process wrote before it went on, so that it is there when the process is killed.
 *
 * @param node which process
 * @param nanos when, by the machine's monotonic clock, which all its processes share
 * @param kind what it says
 * @param subject the command, the event, or the time by the process's wall clock
 * @param handler whose effect it is; empty for a command
 */
public record JournalEntry(String node, long nanos, Kind kind, String subject, String handler) {

    /** What an entry says. */
    public enum Kind {
        /** The process has begun its work. */
        READY,
        /** A command succeeded, and whoever sent it was told so. */
        ACKNOWLEDGED,
        /** A command was refused after it had done its changes, which are to be undone. */
        REFUSED,
        /** A command failed; perhaps it was committed. */
        FAILED,
        /** A handler did something outside of the database. */
        EFFECT
    }

    /** Reads the journals of all processes in a folder. A last line without its end was cut off by a kill. */
    public static List<JournalEntry> readAll(Path folder) throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".journal"))
                    .sorted()
                    .toList()) {
                String text = Files.readString(file);
                text.substring(0, text.lastIndexOf('\n') + 1)
                        .lines()
                        .map(JournalEntry::parse)
                        .forEach(entries::add);
            }
        }
        return entries;
    }

    /** The line that {@link #readAll(Path)} reads. */
    public String line() {
        return String.join("\t", node, Long.toString(nanos), kind.name(), subject, handler) + "\n";
    }

    private static JournalEntry parse(String line) {
        String[] fields = line.split("\t", -1);
        return new JournalEntry(fields[0], Long.parseLong(fields[1]), Kind.valueOf(fields[2]), fields[3], fields[4]);
    }
}
