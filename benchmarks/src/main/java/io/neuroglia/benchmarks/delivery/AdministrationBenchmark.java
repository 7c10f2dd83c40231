package io.neuroglia.benchmarks.delivery;

import com.zaxxer.hikari.HikariDataSource;
import io.neuroglia.benchmarks.delivery.StuckDeliveries.Size;
import io.neuroglia.benchmarks.delivery.rival.Database;
import io.neuroglia.benchmarks.delivery.rival.NeurogliaSystem;
import io.neuroglia.benchmarks.delivery.rival.NeurogliaTables;
import io.neuroglia.benchmarks.delivery.rival.OrderPlaced;
import io.neuroglia.data.jdbc.JdbcTransactions;
import io.neuroglia.delivery.DurableDelivery;
import io.neuroglia.delivery.administration.DeliveryAdministration;
import io.neuroglia.mediation.Mediator;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What administration costs where little is stuck and where much is: time, and the blocks that the database touched, which
 * no noise of the machine changes. Prints a table in Markdown.
 */
public final class AdministrationBenchmark {
    private static final PrintStream OUT = System.out;
    private static final Size LITTLE = new Size(6_000, 1_000, 1_200);

    private final Database database;
    private final int repetitions;

    AdministrationBenchmark(Database database, int repetitions) {
        this.database = database;
        this.repetitions = repetitions;
    }

    /**
     * Measures.
     *
     * @param arguments such as {@code finished=1000000 waiting=100000 parked=5000 repetitions=10}
     * @throws Exception if an action is refused
     */
    public static void main(String... arguments) throws Exception {
        Map<String, Integer> settings = parse(arguments);
        Size much = new Size(number(settings, "finished"), number(settings, "waiting"), number(settings, "parked"));
        try (Database database = Database.start()) {
            AdministrationBenchmark benchmark = new AdministrationBenchmark(database, number(settings, "repetitions"));
            OUT.printf("%s, %s%n%n", settings, database.text("select version()"));
            benchmark.measure(LITTLE); // warms up
            OUT.println(table(LITTLE, benchmark.measure(LITTLE), much, benchmark.measure(much)));
        }
    }

    private static Map<String, Integer> parse(String... words) {
        Map<String, Integer> settings = new LinkedHashMap<>();
        settings.put("finished", 1_000_000);
        settings.put("waiting", 100_000);
        settings.put("parked", 5_000);
        settings.put("repetitions", 10);
        for (String word : words) {
            String[] sides = word.split("=", 2);
            if (sides.length < 2 || settings.replace(sides[0], Integer.valueOf(sides[1])) == null) {
                throw new IllegalArgumentException("Unknown setting " + word + "; there are " + settings);
            }
        }
        return settings;
    }

    private static int number(Map<String, Integer> settings, String name) {
        return settings.getOrDefault(name, 0);
    }

    /** What each action costs. */
    Map<String, Cost> measure(Size size) throws Exception {
        try (HikariDataSource pool = database.pool()) {
            DurableDelivery delivery =
                    DurableDelivery.create(pool, new JdbcTransactions(pool), NeurogliaSystem.settings());
            delivery.start(Mediator.builder()
                    .on("handler-0", OrderPlaced.class, event -> {})
                    .on("handler-1", OrderPlaced.class, event -> {})
                    .build());
            delivery.stop();
            NeurogliaTables.empty(database);
            StuckDeliveries.fill(database, pool, size);
            DeliveryAdministration administration = delivery.administration();
            return new AdministrationActions(database, administration, repetitions).measure();
        }
    }

    private static String table(Size little, Map<String, Cost> before, Size much, Map<String, Cost> after) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT, "| action | %s: ms | blocks | %s: ms | blocks |%n|---|---|---|---|---|%n", little, much));
        before.forEach((action, cost) -> {
            Cost grown = after.getOrDefault(action, cost);
            Report.row(
                    table,
                    action,
                    cost.millis(),
                    Report.whole(cost.blocks()),
                    grown.millis(),
                    Report.whole(grown.blocks()));
        });
        return table.toString();
    }

    /**
     * What an action costs.
     *
     * @param median milliseconds
     * @param most milliseconds
     * @param blocks how many the database touched, on the average
     */
    record Cost(double median, double most, double blocks) {
        String millis() {
            return String.format(Locale.ROOT, "%.1f (%.1f)", median, most);
        }
    }
}
