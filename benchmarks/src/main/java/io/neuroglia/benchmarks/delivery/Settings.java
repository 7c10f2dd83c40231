package io.neuroglia.benchmarks.delivery;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How long and how often it is measured.
 *
 * @param repetitions of each cell
 * @param publish for how long each repetition publishes
 * @param warmUp for how long each rival publishes before anything counts
 * @param parts what is measured: throughput, latency, recovery, claims
 * @param archived rows of finished events beside which work is claimed
 * @param waiting rows of events that wait while work is claimed
 */
record Settings(int repetitions, Duration publish, Duration warmUp, Set<String> parts, int archived, int waiting) {
    private static final String PARTS = "throughput,latency,recovery,claims";

    /**
     * Reads {@code repetitions=3 seconds=3 warmup=12 parts=throughput,latency archived=1000000 waiting=100000}.
     *
     * @throws IllegalArgumentException for a word that means nothing
     */
    static Settings parse(String... words) {
        Map<String, String> values = new LinkedHashMap<>(Map.of(
                "repetitions", "3",
                "seconds", "3",
                "warmup", "12",
                "parts", PARTS,
                "archived", "1000000",
                "waiting", "100000"));
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 0 || values.replace(word.substring(0, equals), word.substring(equals + 1)) == null) {
                throw new IllegalArgumentException("Unknown setting " + word + "; there are " + values);
            }
        }
        return new Settings(
                Integer.parseInt(values.getOrDefault("repetitions", "3")),
                Duration.ofSeconds(Long.parseLong(values.get("seconds"))),
                Duration.ofSeconds(Long.parseLong(values.get("warmup"))),
                Set.copyOf(Arrays.asList(values.getOrDefault("parts", PARTS).split(","))),
                Integer.parseInt(values.get("archived")),
                Integer.parseInt(values.get("waiting")));
    }
}
