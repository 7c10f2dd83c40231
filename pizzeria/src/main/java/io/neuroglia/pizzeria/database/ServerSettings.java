package io.neuroglia.pizzeria.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How the server is set up; above all, so that nothing that was acknowledged is ever lost. */
final class ServerSettings {

    static final String HOST = "127.0.0.1";

    /** Must all be on, or a crash loses what was acknowledged. */
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private ServerSettings() {}

    /** The options for the server's command line, which overrule every file and {@code ALTER SYSTEM}. */
    static String commandLine(int port) {
        Map<String, String> settings = new LinkedHashMap<>();
        DURABLE.forEach(setting -> settings.put(setting, "on"));
        settings.put("port", Integer.toString(port));
        settings.put("listen_addresses", HOST);
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", "100");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        // Errors of statements reach the application; here they would only fill the disk, with customers' data.
        settings.put("log_min_messages", "log");
        settings.put("log_checkpoints", "off");
        return settings.entrySet().stream()
                .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
    }

    /**
     * Makes sure that the server is the one of the cluster, and that it keeps what it acknowledges.
     *
     * @throws EmbeddedDatabaseException when not
     */
    static void verify(Connection connection, Path cluster) throws SQLException, IOException {
        Path served = Path.of(current(connection, "data_directory"));
        if (!Files.isSameFile(served, cluster)) {
            throw new EmbeddedDatabaseException(
                    "The server that answers works on " + served + ", not on " + cluster + ".",
                    "Another server took the port in this moment: start again.");
        }
        for (String setting : DURABLE) {
            String value = current(connection, setting);
            if (!value.equals("on")) {
                throw new EmbeddedDatabaseException(
                        "The embedded database runs with " + setting + "=" + value
                                + ", so a crash could lose acknowledged orders.",
                        "Undo the ALTER DATABASE or ALTER ROLE that set it.");
            }
        }
    }

    private static String current(Connection connection, String setting) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select current_setting(?)")) {
            statement.setString(1, setting);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
