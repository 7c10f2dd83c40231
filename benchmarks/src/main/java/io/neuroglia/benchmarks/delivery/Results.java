package io.neuroglia.benchmarks.delivery;

import io.neuroglia.benchmarks.delivery.rival.Load;
import io.neuroglia.benchmarks.delivery.rival.Rival;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the rivals showed under each load. A load that is the same to a rival as another is measured once. */
final class Results {
    private final Map<Run, Repetitions> all = new LinkedHashMap<>();

    Results(List<Load> loads, List<Rival> rivals) {
        for (Load load : loads) {
            for (Rival rival : rivals) {
                all.put(new Run(rival, rival.under(load)), new Repetitions());
            }
        }
    }

    /** What was measured, in order. */
    Set<Run> runs() {
        return all.keySet();
    }

    /** Measures everything as often as asked for; the rivals take turns. */
    void measure(int repetitions, Trials trials) throws Exception {
        for (int repetition = 0; repetition < repetitions; repetition++) {
            for (Map.Entry<Run, Repetitions> run : all.entrySet()) {
                Measurement measurement = trials.run(run.getKey());
                run.getValue().add(measurement);
                System.err.printf("%s: %s%n", run.getKey(), measurement);
            }
        }
    }

    Repetitions of(Rival rival, Load load) {
        return all.getOrDefault(new Run(rival, rival.under(load)), new Repetitions());
    }

    /** A rival under a load. */
    record Run(Rival rival, Load load) {}

    /** How a run is measured. */
    @FunctionalInterface
    interface Trials {
        Measurement run(Run run) throws Exception;
    }
}
