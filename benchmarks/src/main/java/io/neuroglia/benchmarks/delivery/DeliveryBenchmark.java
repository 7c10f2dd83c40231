package io.neuroglia.benchmarks.delivery;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures durable delivery from end to end and prints tables in Markdown. The rivals take turns, repetition by
 * repetition, in one JVM on one database.
 */
public final class DeliveryBenchmark {
    private static final PrintStream OUT = System.out;

    private final Settings settings;
    private final Database database;
    private final Trial trial;

    private DeliveryBenchmark(Settings settings, Database database) {
        this.settings = settings;
        this.database = database;
        this.trial = new Trial(database);
    }

    /**
     * Measures.
     *
     * @param arguments such as {@code repetitions=3 seconds=3 parts=throughput,latency threads=16 effects=true}
     * @throws Exception if a rival fails, or does not deliver everything once
     */
    public static void main(String... arguments) throws Exception {
        long begin = System.nanoTime();
        Settings settings = Settings.parse(arguments);
        try (Database database = Database.start()) {
            OUT.printf(
                    "%s, %s, %d processors%n%n",
                    settings,
                    database.text("select version()"),
                    Runtime.getRuntime().availableProcessors());
            new DeliveryBenchmark(settings, database).measure();
        }
        OUT.printf("Took %d s.%n", (System.nanoTime() - begin) / 1_000_000_000);
    }

    private void measure() throws Exception {
        if (settings.parts().contains("throughput")) {
            compare();
        }
        if (settings.parts().contains("recovery")) {
            OUT.println(Recovery.measure(database));
        }
        if (settings.parts().contains("claims")) {
            OUT.println(Claims.measure(database, settings));
        }
    }

    private void compare() throws Exception {
        warmUp();
        List<Cell> cells = settings.loads().stream().map(Cell::new).toList();
        for (int repetition = 0; repetition < settings.repetitions(); repetition++) {
            for (Cell cell : cells) {
                for (Rival rival : settings.rivals()) {
                    cell.add(rival, trial.sustained(rival, cell.load(), settings.publish()));
                }
            }
        }
        OUT.println(insertsAlone());
        OUT.println(Report.throughput(cells));
        OUT.println(Report.costs(cells));
        if (settings.parts().contains("latency")) {
            OUT.println(Report.latency(paced(cells)));
        }
    }

    private void warmUp() throws Exception {
        for (boolean effect : new boolean[] {true, false}) {
            for (Rival rival : settings.rivals()) {
                trial.sustained(
                        rival, new Load(3, 16, effect), settings.warmUp().dividedBy(2));
            }
        }
    }

    private String insertsAlone() throws Exception {
        StringBuilder text = new StringBuilder("Business inserts alone, each committed:");
        for (int threads : new int[] {1, 16}) {
            Measurement alone = trial.sustained(Rival.NOTHING, new Load(0, threads, false), settings.publish());
            text.append(String.format(Locale.ROOT, " %,.0f/s with %d threads.", alone.eventsPerSecond(), threads));
        }
        return text.append('\n').toString();
    }

    /** Each rival at 70 % of what it has just shown to sustain, with three handlers. */
    private List<Cell> paced(List<Cell> sustained) throws Exception {
        List<Cell> cells = new ArrayList<>();
        for (Cell cell : sustained) {
            if (cell.load().handlers() == 3) {
                Cell paced = new Cell(cell.load());
                cells.add(paced);
                for (int repetition = 0; repetition < settings.repetitions(); repetition++) {
                    for (Rival rival : settings.rivals()) {
                        double pace = 0.7 * cell.of(rival).median(Measurement::eventsPerSecond);
                        paced.add(rival, trial.paced(rival, cell.load(), settings.publish(), pace));
                    }
                }
            }
        }
        return cells;
    }

    /** What all rivals showed under one load. */
    record Cell(Load load, Map<Rival, Repetitions> results) {
        Cell(Load load) {
            this(load, new EnumMap<>(Rival.class));
            for (Rival rival : Rival.values()) {
                results.put(rival, new Repetitions());
            }
        }

        void add(Rival rival, Measurement measurement) {
            of(rival).add(measurement);
            System.err.printf("%s, %s: %s%n", rival, load, measurement);
        }

        Repetitions of(Rival rival) {
            return results.getOrDefault(rival, new Repetitions());
        }
    }
}
