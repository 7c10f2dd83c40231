package io.neuroglia.data.file;

import java.nio.file.Path;

/**
 * Another repository, usually of another process, keeps its aggregates in this directory. Two would overwrite each other.
 *
 * @since 0.1
 */
public final class DirectoryInUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DirectoryInUseException(Path directory, String user) {
        super(directory + " is in use by " + user
                + ". Only one repository at a time may keep files there: close the other"
                + " one, or use another directory. A process that has died is in nobody's way.");
    }
}
