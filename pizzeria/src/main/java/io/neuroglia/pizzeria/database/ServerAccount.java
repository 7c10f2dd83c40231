package io.neuroglia.pizzeria.database;

import com.sun.security.auth.module.UnixSystem;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * On whose behalf the server runs. PostgreSQL refuses to run as root, so an application that is root, as is usual in a
 * container, has to step down for it.
 *
 * @param prefix what is put before each command
 * @param userId whom the files belong to; negative when that needs no care
 */
record ServerAccount(List<String> prefix, int userId) {

    /** The id of {@code nobody}, on every Linux distribution. */
    private static final int NOBODY = 65534;

    /** Chooses the account for the user that runs this application. */
    static ServerAccount current() {
        boolean linux = System.getProperty("os.name").equals("Linux");
        if (!linux || new UnixSystem().getUid() != 0) {
            return new ServerAccount(List.of(), -1);
        }
        return LinuxUtils.isUnshareAvailable() ? rootWithoutPrivileges() : nobody();
    }

    /** Root in name only: in a user namespace of its own, where the server sees another user id. */
    private static ServerAccount rootWithoutPrivileges() {
        return new ServerAccount(List.of("unshare", "--user", "--"), 0);
    }

    /** The user without rights, for containers that do not allow user namespaces. */
    static ServerAccount nobody() {
        String id = Integer.toString(NOBODY);
        return new ServerAccount(List.of("setpriv", "--reuid=" + id, "--regid=" + id, "--clear-groups", "--"), NOBODY);
    }

    /** Gives a file, or a folder and all in it, to the account, unless it has it already. */
    void own(Path path) throws IOException {
        if (userId < 0 || Files.getAttribute(path, "unix:uid").equals(userId)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> paths = Files.walk(path)) {
            all = paths.toList();
        }
        // The folder itself last: its owner tells that all is done.
        for (Path each : all.reversed()) {
            Files.setAttribute(each, "unix:uid", userId, LinkOption.NOFOLLOW_LINKS);
        }
    }
}
