package io.neuroglia.benchmarks.delivery;

import io.neuroglia.benchmarks.delivery.rival.Load;
import io.neuroglia.benchmarks.delivery.rival.Rival;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How long and how often it is measured.
 *
 * @param repetitions of each cell
 * @param publish for how long each repetition publishes
 * @param start for how long each repetition publishes before anything counts
 * @param warmUp for how long the rivals publish, one after another, before the first repetition
 * @param parts what is measured: throughput, latency, recovery, claims, steady
 * @param rivals who is measured
 * @param loads under which loads throughput and latency are measured
 * @param steady how long the run takes that shows whether a rate stays the same
 * @param archived rows of finished events beside which work is claimed
 * @param waiting rows of events that wait while work is claimed
 */
record Settings(
        int repetitions,
        Duration publish,
        Duration start,
        Duration warmUp,
        Set<String> parts,
        List<Rival> rivals,
        List<Load> loads,
        Duration steady,
        int archived,
        int waiting) {

    /** Those with the first payload and the first number of partitions that are named. */
    List<Load> plainLoads() {
        Load first = loads.getFirst();
        return loads.stream()
                .filter(load -> load.payload() == first.payload() && load.partitions() == first.partitions())
                .toList();
    }

    /**
     * Reads words such as {@code repetitions=3 seconds=3 start=2 warmup=40 parts=throughput,latency rivals=neuroglia,modulith
     * handlers=3 threads=1,16 effects=true payload=300 partitions=12 minutes=10 archived=1000000 waiting=100000}; what is
     * left out is as by default.
     *
     * @throws IllegalArgumentException for a word that means nothing
     */
    static Settings parse(String... words) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("repetitions", "1");
        values.put("seconds", "2");
        values.put("start", "1");
        values.put("warmup", "40");
        values.put("parts", "throughput,latency,recovery,claims");
        values.put("rivals", "neuroglia,starter,modulith,namastack,db-scheduler");
        values.put("handlers", "3");
        values.put("threads", "1,16");
        values.put("effects", "false,true");
        values.put("payload", "300,3000");
        values.put("partitions", "12,37");
        values.put("minutes", "10");
        values.put("archived", "1000000");
        values.put("waiting", "100000");
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 0 || values.replace(word.substring(0, equals), word.substring(equals + 1)) == null) {
                throw new IllegalArgumentException("Unknown setting " + word + "; there are " + values);
            }
        }
        return new Words(values).settings();
    }

    /** The values of all words. */
    private record Words(Map<String, String> values) {
        Settings settings() {
            return new Settings(
                    number("repetitions"),
                    Duration.ofSeconds(number("seconds")),
                    Duration.ofSeconds(number("start")),
                    Duration.ofSeconds(number("warmup")),
                    Set.copyOf(list("parts")),
                    list("rivals").stream().map(Rival::named).toList(),
                    loads(),
                    Duration.ofMinutes(number("minutes")),
                    number("archived"),
                    number("waiting"));
        }

        private List<Load> loads() {
            List<Load> loads = new ArrayList<>();
            for (int payload : numbers("payload")) {
                for (int partitions : numbers("partitions")) {
                    for (String effect : list("effects")) {
                        loads.addAll(loads(Boolean.parseBoolean(effect), payload, partitions));
                    }
                }
            }
            return loads;
        }

        private List<Load> loads(boolean effect, int payload, int partitions) {
            List<Load> loads = new ArrayList<>();
            for (int handlers : numbers("handlers")) {
                for (int threads : numbers("threads")) {
                    loads.add(new Load(handlers, threads, effect, payload, partitions));
                }
            }
            return loads;
        }

        private List<Integer> numbers(String word) {
            return list(word).stream().map(Integer::valueOf).toList();
        }

        private int number(String word) {
            return Integer.parseInt(values.getOrDefault(word, ""));
        }

        private List<String> list(String word) {
            return Arrays.asList(values.getOrDefault(word, "").split(","));
        }
    }
}
