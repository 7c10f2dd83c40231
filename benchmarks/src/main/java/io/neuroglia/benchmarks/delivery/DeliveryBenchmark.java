package io.neuroglia.benchmarks.delivery;

import io.neuroglia.benchmarks.delivery.SteadyRun.Plan;
import io.neuroglia.benchmarks.delivery.rival.Database;
import io.neuroglia.benchmarks.delivery.rival.Load;
import io.neuroglia.benchmarks.delivery.rival.Rival;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures durable delivery from end to end and prints tables in Markdown. The rivals take turns, repetition by
 * repetition, in one JVM on one database.
 */
public final class DeliveryBenchmark {
    private static final PrintStream OUT = System.out;
    private static final double PACE = 0.7;
    private static final Duration SLICE = Duration.ofSeconds(30);

    private final Settings settings;
    private final Database database;
    private final Trial trial;

    private DeliveryBenchmark(Settings settings, Database database) {
        this.settings = settings;
        this.database = database;
        this.trial = new Trial(database, settings.start());
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
        if (settings.parts().contains("steady")) {
            steady();
        }
    }

    private void compare() throws Exception {
        warmUp();
        Map<Integer, Double> ceilings = insertsAlone();
        Results results = new Results(settings.loads(), settings.rivals());
        results.measure(settings.repetitions(), run -> trial.sustained(run.rival(), run.load(), settings.publish()));
        OUT.println(Report.throughput(results, ceilings));
        OUT.println(Report.costs(results));
        OUT.println(Report.writes(results));
        if (settings.parts().contains("latency")) {
            OUT.println(Report.latency(paced(results)));
        }
    }

    private void warmUp() throws Exception {
        Duration each = settings.warmUp().dividedBy(2L * settings.rivals().size());
        for (boolean effect : new boolean[] {true, false}) {
            for (Rival rival : settings.rivals()) {
                trial.sustained(rival, new Load(3, 16, effect), each);
            }
        }
    }

    /** Commits per second without events, by the number of threads. */
    private Map<Integer, Double> insertsAlone() throws Exception {
        Map<Integer, Double> ceilings = new TreeMap<>();
        for (Load load : settings.plainLoads()) {
            if (!ceilings.containsKey(load.threads())) {
                Load nothing = new Load(0, load.threads(), false);
                Measurement alone = trial.sustained(Rival.NOTHING, nothing, settings.publish());
                ceilings.put(load.threads(), alone.eventsPerSecond());
            }
        }
        return ceilings;
    }

    /** Each rival at 70 % of what it has just shown to sustain. */
    private Results paced(Results sustained) throws Exception {
        Results paced = new Results(settings.plainLoads(), settings.rivals());
        paced.measure(settings.repetitions(), run -> {
            double rate = sustained.of(run.rival(), run.load()).median(Measurement::eventsPerSecond);
            return trial.paced(run.rival(), run.load(), settings.publish(), PACE * rate);
        });
        return paced;
    }

    private void steady() throws Exception {
        for (Load load : settings.plainLoads()) {
            for (Rival rival : settings.rivals()) {
                Plan plan = new Plan(rival, load, settings.steady(), SLICE, System.err::println);
                OUT.println(SteadyRun.measure(database, plan));
            }
        }
    }
}
