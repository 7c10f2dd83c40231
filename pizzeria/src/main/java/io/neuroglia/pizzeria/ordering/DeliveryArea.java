package io.neuroglia.pizzeria.ordering;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whereto the pizzeria delivers: addresses that contain one of some words, in whatever case; everywhere without words. */
final class DeliveryArea {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Set<String> words;

    DeliveryArea(Collection<String> words) {
        this.words = words.stream().flatMap(DeliveryArea::wordsOf).collect(toUnmodifiableSet());
    }

    boolean includes(String address) {
        return words.isEmpty() || wordsOf(address).anyMatch(words::contains);
    }

    private static Stream<String> wordsOf(String text) {
        return Arrays.stream(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT))).filter(word -> !word.isEmpty());
    }
}
