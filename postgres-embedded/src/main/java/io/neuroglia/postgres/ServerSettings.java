package io.neuroglia.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The settings of a server.
 *
 * @param chosen settings of the application, in addition to our own
 * @param durable whether what is committed survives a crash
 */
record ServerSettings(Map<String, String> chosen, boolean durable) {

    /** Only if all are on does everything that was committed survive a crash. */
    private static final List<String> DURABILITY = List.of("fsync", "synchronous_commit", "full_page_writes");

    private static final Set<String> OURS =
            Set.of("port", "listen_addresses", "unix_socket_directories", "data_directory");

    ServerSettings {
        chosen = Map.copyOf(chosen);
        chosen.keySet().forEach(ServerSettings::requireFree);
    }

    private static void requireFree(String setting) {
        if (!setting.matches("[A-Za-z_][A-Za-z0-9_.$]*")) {
            throw new IllegalArgumentException("'" + setting + "' is not the name of a PostgreSQL setting");
        }
        String name = setting.toLowerCase(Locale.ROOT);
        if (OURS.contains(name) || DURABILITY.contains(name)) {
            throw new IllegalArgumentException("The setting " + setting + " cannot be chosen here: the builder's"
                    + " methods 'port' and 'durable' decide");
        }
    }

    /** Returns the options of the server's command line, which override every file and {@code ALTER SYSTEM}. */
    String commandLine(int port) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("max_connections", "100");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        // Failed statements are reported to the application; here they would fill the disk, with personal data.
        settings.put("log_min_messages", "log");
        settings.put("log_checkpoints", "off");
        settings.putAll(chosen);
        DURABILITY.forEach(setting -> settings.put(setting, durable ? "on" : "off"));
        settings.put("port", Integer.toString(port));
        settings.put("listen_addresses", ServerAddress.HOST);
        settings.put("unix_socket_directories", "");
        return settings.entrySet().stream()
                .map(setting -> "-c " + quoted(setting.getKey() + "=" + setting.getValue()))
                .collect(Collectors.joining(" "));
    }

    /** Quotes an argument for the shell that pg_ctl uses. */
    private static String quoted(String argument) {
        return System.getProperty("os.name").startsWith("Windows")
                ? '"' + argument.replace("\"", "\\\"") + '"'
                : "'" + argument.replace("'", "'\\''") + "'";
    }

    /**
     * Verifies that the server that answers works on the cluster and is durable.
     *
     * @throws EmbeddedPostgresException if not
     */
    void verify(Connection connection, Path cluster) throws SQLException, IOException {
        Path served = Path.of(current(connection, "data_directory"));
        if (!Files.isSameFile(served, cluster)) {
            throw new EmbeddedPostgresException(
                    "The server that answers works on " + served + ", not on " + cluster + ".",
                    "Another server took the port at this moment: start again.");
        }
        for (String setting : durable ? DURABILITY : List.<String>of()) {
            String value = current(connection, setting);
            if (!value.equals("on")) {
                throw new EmbeddedPostgresException(
                        "PostgreSQL in " + cluster + " runs with " + setting + "=" + value
                                + ", so a crash could lose committed data.",
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
