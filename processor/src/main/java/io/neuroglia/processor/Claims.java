package io.neuroglia.processor;

import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Classes that claim something only one of them may have.
 *
 * @param <K> what is claimed
 */
final class Claims<K extends Comparable<K>> {
    private final NavigableMap<K, NavigableSet<ClassName>> claimants = new TreeMap<>();

    void add(K claim, ClassName claimant) {
        claimants.computeIfAbsent(claim, unseen -> new TreeSet<>()).add(claimant);
    }

    /** Visits each class that is not alone, together with the first of the others. */
    void forEachConflict(Conflict<K> conflict) {
        claimants.forEach((claim, rivals) -> {
            for (ClassName claimant : rivals) {
                rivals.stream()
                        .filter(rival -> !rival.equals(claimant))
                        .findFirst()
                        .ifPresent(rival -> conflict.found(claim, claimant, pair(claimant, rival)));
            }
        });
    }

    private static String pair(ClassName one, ClassName other) {
        boolean ordered = one.compareTo(other) < 0;
        ClassName first = ordered ? one : other;
        ClassName second = ordered ? other : one;
        return first.nameBeside(second) + " and " + second.nameBeside(first);
    }

    /** Told of each class that is not alone. */
    @FunctionalInterface
    interface Conflict<K> {
        /**
         * A class that is not alone.
         *
         * @param both its name and that of another class that claims the same, in alphabetical order
         */
        void found(K claim, ClassName claimant, String both);
    }
}
