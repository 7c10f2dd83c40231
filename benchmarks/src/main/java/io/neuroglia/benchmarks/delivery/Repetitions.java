package io.neuroglia.benchmarks.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The measurements of one cell. */
final class Repetitions {
    private final List<Measurement> all = new ArrayList<>();

    void add(Measurement measurement) {
        all.add(measurement);
    }

    int count() {
        return all.size();
    }

    /** The newest. */
    Optional<Measurement> last() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** Not a number when there is none. */
    double median(ToDoubleFunction<Measurement> value) {
        double[] sorted = sorted(value);
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double least(ToDoubleFunction<Measurement> value) {
        return all.stream().mapToDouble(value).min().orElse(Double.NaN);
    }

    double most(ToDoubleFunction<Measurement> value) {
        return all.stream().mapToDouble(value).max().orElse(Double.NaN);
    }

    private double[] sorted(ToDoubleFunction<Measurement> value) {
        return all.stream().mapToDouble(value).sorted().toArray();
    }
}
