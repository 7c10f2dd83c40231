package io.neuroglia.benchmarks.delivery;

import io.neuroglia.benchmarks.delivery.rival.Database;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many rows were inserted, updated and deleted in each table; a partitioned table counts as one. */
final class RowWrites {
    private static final String QUERY = """
        select coalesce(pg_partition_root(relid), relid)::regclass::text, sum(n_tup_ins), sum(n_tup_upd), sum(n_tup_del)
        from pg_stat_user_tables group by 1 order by 1\
        """;
    private static final double TOO_FEW = 0.005;
    private static final Writes NONE = new Writes(0, 0, 0);

    private final Database database;
    private final Map<String, Writes> before;

    private RowWrites(Database database) {
        this.database = database;
        this.before = read(database);
    }

    /** Begins to count. */
    static RowWrites count(Database database) {
        return new RowWrites(database);
    }

    /** What has been written since then by those who have disconnected, for each of some events. */
    Map<String, Writes> perEvent(int events) {
        Map<String, Writes> found = new TreeMap<>();
        read(database).forEach((table, after) -> {
            Writes writes = after.minus(before.getOrDefault(table, NONE)).dividedBy(events);
            if (writes.sum() >= TOO_FEW) {
                found.put(table, writes);
            }
        });
        return found;
    }

    private static Map<String, Writes> read(Database database) {
        Map<String, Writes> found = new TreeMap<>();
        for (List<String> row : database.rows(QUERY)) {
            found.put(row.get(0), new Writes(number(row.get(1)), number(row.get(2)), number(row.get(3))));
        }
        return found;
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    /** Rows written. */
    record Writes(double inserted, double updated, double deleted) {
        private Writes minus(Writes other) {
            return new Writes(inserted - other.inserted, updated - other.updated, deleted - other.deleted);
        }

        private Writes dividedBy(int events) {
            return new Writes(inserted / events, updated / events, deleted / events);
        }

        private double sum() {
            return inserted + updated + deleted;
        }
    }
}
