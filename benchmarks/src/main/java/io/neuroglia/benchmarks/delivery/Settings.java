package io.neuroglia.benchmarks.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How long and how often it is measured.
 *
 * @param repetitions of each cell
 * @param publish for how long each repetition publishes
 * @param warmUp for how long each rival publishes before anything counts
 * @param parts what is measured: throughput, latency, recovery, claims
 * @param rivals who is measured
 * @param loads under which loads throughput and latency are measured
 * @param archived rows of finished events beside which work is claimed
 * @param waiting rows of events that wait while work is claimed
 */
record Settings(
        int repetitions,
        Duration publish,
        Duration warmUp,
        Set<String> parts,
        List<Rival> rivals,
        List<Load> loads,
        int archived,
        int waiting) {

    /**
     * Reads words such as {@code repetitions=3 seconds=3 warmup=12 parts=throughput,latency rivals=neuroglia handlers=3
     * threads=1,16 effects=true archived=1000000 waiting=100000}; what is left out is as by default.
     *
     * @throws IllegalArgumentException for a word that means nothing
     */
    static Settings parse(String... words) {
        Map<String, String> values = new LinkedHashMap<>(Map.of(
                "repetitions", "3",
                "seconds", "3",
                "warmup", "12",
                "parts", "throughput,latency,recovery,claims",
                "rivals", "neuroglia,modulith",
                "handlers", "1,3",
                "threads", "1,16",
                "effects", "false,true",
                "archived", "1000000",
                "waiting", "100000"));
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
                    Duration.ofSeconds(number("warmup")),
                    Set.copyOf(list("parts")),
                    list("rivals").stream()
                            .map(name -> Rival.valueOf(name.toUpperCase(Locale.ROOT)))
                            .toList(),
                    loads(),
                    number("archived"),
                    number("waiting"));
        }

        private List<Load> loads() {
            List<Load> loads = new ArrayList<>();
            for (String effect : list("effects")) {
                for (String handlers : list("handlers")) {
                    for (String threads : list("threads")) {
                        loads.add(new Load(
                                Integer.parseInt(handlers), Integer.parseInt(threads), Boolean.parseBoolean(effect)));
                    }
                }
            }
            return loads;
        }

        private int number(String word) {
            return Integer.parseInt(values.getOrDefault(word, ""));
        }

        private List<String> list(String word) {
            return Arrays.asList(values.getOrDefault(word, "").split(","));
        }
    }
}
