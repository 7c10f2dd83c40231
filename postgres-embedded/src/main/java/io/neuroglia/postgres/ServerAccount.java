package io.neuroglia.postgres;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The user that the server runs as. PostgreSQL refuses to run as root, so an application that runs as root, as is usual
 * in containers, drops its privileges for it.
 *
 * @param prefix precedes each command
 * @param userId the owner of the files; negative if any owner will do
 */
record ServerAccount(List<String> prefix, int userId) {

    /** The id of {@code nobody} on every Linux distribution. */
    private static final int NOBODY = 65534;

    /** Chooses the account for the user that runs this application. */
    static ServerAccount current() throws IOException {
        boolean linux = System.getProperty("os.name").equals("Linux");
        if (!linux || !Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
            return new ServerAccount(List.of(), -1);
        }
        return LinuxUtils.isUnshareAvailable() ? rootWithoutPrivileges() : nobody();
    }

    /** Runs in a user namespace of its own, where root's files are accessible but the user is not root. */
    private static ServerAccount rootWithoutPrivileges() {
        return new ServerAccount(List.of("unshare", "--user", "--"), 0);
    }

    /** For containers that do not allow user namespaces. */
    static ServerAccount nobody() {
        String id = Integer.toString(NOBODY);
        return new ServerAccount(List.of("setpriv", "--reuid=" + id, "--regid=" + id, "--clear-groups", "--"), NOBODY);
    }

    /** Makes the account the owner of a file, or of a directory and all its contents, unless it is already. */
    void own(Path path) throws IOException {
        if (userId < 0 || Files.getAttribute(path, "unix:uid").equals(userId)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> paths = Files.walk(path)) {
            all = paths.toList();
        }
        // The directory itself comes last: its owner shows that the rest is done.
        for (Path each : all.reversed()) {
            Files.setAttribute(each, "unix:uid", userId, LinkOption.NOFOLLOW_LINKS);
        }
    }
}
