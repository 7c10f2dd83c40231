package io.neuroglia.benchmarks.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The measurements of one cell. */
final class Repetitions {
    private final List<Measurement> all = new ArrayList<>();

    void add(Measurement measurement) {
        all.add(measurement);
    }

    double median(ToDoubleFunction<Measurement> value) {
        double[] sorted = sorted(value);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double least(ToDoubleFunction<Measurement> value) {
        return sorted(value)[0];
    }

    double most(ToDoubleFunction<Measurement> value) {
        double[] sorted = sorted(value);
        return sorted[sorted.length - 1];
    }

    private double[] sorted(ToDoubleFunction<Measurement> value) {
        return all.stream().mapToDouble(value).sorted().toArray();
    }
}
