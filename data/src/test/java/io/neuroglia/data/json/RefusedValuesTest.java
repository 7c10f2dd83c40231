package io.neuroglia.data.json;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.neuroglia.data.DataFailureException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written can be read, and is the same; all else is refused when it is written. */
class RefusedValuesTest {

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("an interface", new OfSealed(new Cash(1)), "payment"),
                arguments("a list of an interface", new OfSealedList(List.of(new Cash(1))), "payments[0]"),
                arguments("a raw list", new OfRaw(List.of(Instant.EPOCH)), "values[0]"),
                arguments("anything that is a record", new Holder<>(new Cash(1)), "value"),
                arguments("anything that is a time", new Holder<>(Instant.EPOCH), "value"),
                arguments("anything that is a small long", new Holder<>(1L), "value"),
                arguments("anything that is a fraction", new Holder<>(0.5), "value"),
                arguments("a subclass", new OfBase(new Derived()), "base"),
                arguments("a text builder", new OfText(new StringBuilder("a")), "text"),
                arguments("a set as a collection", new OfCollection(Set.of(1)), "items"),
                arguments("a key of a record", new OfKeys(Map.of(new Place(1, 2), "a")), "Place"),
                arguments("keys of one text", new OfAnyKeys(keys(1, "1")), "values"),
                arguments("a key that is null", new OfAnyKeys(keys("a", null)), "values"),
                arguments("no optional", new OfOptional(null), "text"),
                arguments("a negative scale", new OfDecimal(new BigDecimal("1E+3")), "amount"),
                arguments("a decimal too long", new OfDecimal(new BigDecimal("1E-1001")), "amount"),
                arguments("a whole number too long", new OfWhole(BigInteger.TEN.pow(1000)), "1001"),
                arguments("negative zero", new OfFraction(-0.0), "number"),
                arguments("a lone high surrogate", new OfString("ab\uD83C"), "text"),
                arguments("a lone low surrogate", new OfString("\uDF55ab"), "text"),
                arguments("surrogates the wrong way round", new OfString("\uDF55\uD83C"), "text"),
                arguments("a lone surrogate in a key", new OfAnyKeys(Map.of("\uD83C", 1)), "values"),
                arguments("a NUL", new OfString("a\0b"), "text"),
                arguments("a NUL in a key", new OfAnyKeys(Map.of("\0", 1)), "values"),
                arguments("a name too long", new OfAnyKeys(Map.of("n".repeat(50_001), 1)), "50000"),
                arguments("too deep", nested(501), "500"),
                arguments("an accessor that changes", new Changed("a"), "text"),
                arguments("a constructor that counts on", new Counting(1), "number"),
                arguments("a form that loses digits", new OfRounded(new Rounded(new BigDecimal("1.25"))), "rounded"),
                arguments("a field that nobody sees", new OfHidden(new Hidden(7)), "hidden"),
                arguments("an anonymous class", new Base() {}, "no name"),
                arguments("an inner class", new RefusedValuesTest().new Inner(), "Inner"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void a_value_that_would_be_refused_or_changed_when_read_is_refused(String what, Object value, String place) {
        assertThatThrownBy(() -> StoredJson.write(value))
                .isInstanceOf(DataFailureException.class)
                .hasMessageContaining("RefusedValuesTest")
                .hasMessageContaining(place);
    }

    /** The first value of a type says nothing about the next. */
    @Test
    void a_value_is_refused_also_when_others_of_its_type_were_written() {
        StoredJson.write(new Holder<>("plain"));
        StoredJson.write(new OfDecimal(BigDecimal.ONE));
        StoredJson.write(new OfString("plain"));
        StoredJson.write(new OfFraction(0));
        StoredJson.write(new OfSealedList(List.of()));
        StoredJson.write(new OfOptional(Optional.of("a")));

        assertThatCode(() -> refused()
                        .forEach(arguments -> assertThatThrownBy(
                                        () -> StoredJson.write(arguments.get()[1]))
                                .as("%s", arguments.get()[0])
                                .isInstanceOf(DataFailureException.class)))
                .doesNotThrowAnyException();
    }

    static Stream<Arguments> accepted() {
        return Stream.of(
                arguments("a sealed type with its name", new OfPayload(new Text("a"))),
                arguments("a list of a sealed type", new OfPayloads(List.of(new Text("a"), new Number(1)))),
                arguments("an enum constant with a body", Mood.GOOD),
                arguments("an enum constant with a body inside", new OfMood(Mood.GOOD, Map.of(Mood.GOOD, 1))),
                arguments("an array", new OfArray(new int[] {1, 2}, new String[][] {{"a"}, {}})),
                arguments(
                        "what JSON knows as anything",
                        new Holder<>(List.of("a", 1, true, Map.of("b", 5_000_000_000L)))),
                arguments("a decimal as anything", new Holder<>(new BigDecimal("1.50"))),
                arguments("no value", new Holder<>(null)),
                arguments("no number", new OfFraction(Double.NaN)),
                arguments("an endless number", new OfFraction(Double.NEGATIVE_INFINITY)),
                arguments("the largest number", new OfFraction(Double.MAX_VALUE)),
                arguments("the smallest number", new OfFraction(Double.MIN_VALUE)),
                arguments("the longest decimal", new OfDecimal(new BigDecimal("1".repeat(1000)))),
                arguments("the longest whole number", new OfWhole(BigInteger.TEN.pow(999))),
                arguments("the deepest value", nested(500)),
                arguments("a long text of digits", new OfString("1".repeat(60_000) + "\\u0000 -0.0")),
                arguments("characters of two halves", new OfString("🍕".repeat(20))),
                arguments("what a constructor has made", new Trimmed("  a  ", Arrays.asList("b"))),
                arguments("methods that look like fields", new Methods(List.of(1))),
                arguments("what is left out when empty", new Sparse(null, "b")),
                arguments("a class without equals", new Plain(3)),
                arguments("a value that is none of the state", new Transient(3)),
                arguments("an order of its own", new OfSet(new LinkedHashSet<>(List.of("z", "a", "m")))),
                arguments(
                        "times",
                        new OfTimes(
                                ZonedDateTime.of(2026, 10, 25, 2, 30, 0, 0, ZoneId.of("Europe/Berlin")),
                                ZonedDateTime.now(ZoneId.of("UTC")),
                                Instant.MAX,
                                Duration.ofSeconds(Long.MIN_VALUE))),
                arguments("keys without equals", new OfCodes(Map.of(Code.valueOf("a"), 1))),
                arguments("a value that is computed", new Computed(1)),
                arguments("a year of five digits", new OfMonth(YearMonth.of(12_345, 1))),
                arguments("nothing at all", new Nothing()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accepted")
    void a_value_that_comes_back_as_it_was_is_written_and_accepted_as_it_was_written(String what, Object value) {
        String json = StoredJson.write(value);

        assertThatCode(() -> StoredJson.readExactly(json, StoredTypes.of(value)))
                .doesNotThrowAnyException();
        assertThatCode(() -> StoredJson.verify(value)).doesNotThrowAnyException();
    }

    @Test
    void an_error_says_the_type_the_place_and_what_to_do() {
        assertThatThrownBy(() -> StoredJson.write(new OfSealedList(List.of(new Cash(1)))))
                .hasMessageContaining("Cannot store " + OfSealedList.class.getName() + " at payments[0]")
                .hasMessageContaining("@JsonTypeInfo");
        assertThatThrownBy(() -> StoredJson.write(new OfDecimal(new BigDecimal("1E+3"))))
                .hasMessageContaining(OfDecimal.class.getName() + " as JSON at amount")
                .hasMessageContaining("setScale(0)");
    }

    private static Map<@Nullable Object, Object> keys(@Nullable Object one, @Nullable Object other) {
        Map<@Nullable Object, Object> keys = new HashMap<>();
        keys.put(one, 1);
        keys.put(other, 2);
        return keys;
    }

    private static Object nested(int depth) {
        List<Object> innermost = new ArrayList<>();
        List<Object> nested = innermost;
        for (int i = 2; i < depth; i++) {
            nested = new ArrayList<>(Collections.singletonList(nested));
        }
        return new OfRaw(nested);
    }

    sealed interface Payment {}

    record Cash(int amount) implements Payment {}

    record OfSealed(Payment payment) {}

    record OfSealedList(List<Payment> payments) {}

    @SuppressWarnings("rawtypes")
    record OfRaw(List values) {}

    record Holder<T>(T value) {}

    static class Base {
        public int number;
    }

    static class Derived extends Base {
        public int more;
    }

    record OfBase(Base base) {}

    record OfText(CharSequence text) {}

    record OfCollection(Collection<Integer> items) {}

    record Place(int x, int y) {}

    record OfKeys(Map<Place, String> places) {}

    record OfAnyKeys(Map<Object, Object> values) {}

    record OfOptional(@Nullable Optional<String> text) {}

    record OfDecimal(BigDecimal amount) {}

    record OfWhole(BigInteger number) {}

    record OfFraction(double number) {}

    record OfString(String text) {}

    record OfMonth(YearMonth month) {}

    record Computed(int number) {
        @JsonProperty
        int twice() {
            return 2 * number;
        }
    }

    record Changed(String text) {
        @Override
        public String text() {
            return text + "!";
        }
    }

    record Counting(int number) {
        Counting {
            number++;
        }
    }

    record Rounded(BigDecimal amount) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Rounded of(String text) {
            return new Rounded(new BigDecimal(text));
        }

        @JsonValue
        String text() {
            return amount.setScale(1, RoundingMode.DOWN).toString();
        }
    }

    record OfRounded(Rounded rounded) {}

    static final class Hidden {
        private int secret;

        Hidden() {}

        Hidden(int secret) {
            this.secret = secret;
        }

        int secret() {
            return secret;
        }
    }

    record OfHidden(Hidden hidden) {}

    final class Inner {
        public int number;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    sealed interface Payload {}

    record Text(String text) implements Payload {}

    record Number(int number) implements Payload {}

    record OfPayload(Payload payload) {}

    record OfPayloads(List<Payload> payloads) {}

    enum Mood {
        GOOD {
            @Override
            boolean laughs() {
                return true;
            }
        };

        abstract boolean laughs();
    }

    record OfMood(Mood mood, Map<Mood, Integer> moods) {}

    record OfArray(int[] numbers, String[][] texts) {}

    record Trimmed(String text, List<String> texts) {
        Trimmed {
            text = text.strip();
            texts = List.copyOf(texts);
        }
    }

    record Methods(List<Integer> items) {
        public boolean isEmpty() {
            return items.isEmpty();
        }

        public int getSize() {
            return items.size();
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sparse(@Nullable String one, String other) {}

    static final class Plain {
        public final int number;

        @JsonCreator
        Plain(@JsonProperty("number") int number) {
            this.number = number;
        }

        public boolean isLarge() {
            return number > 2;
        }
    }

    static final class Transient {
        public final int number;

        @SuppressWarnings("unused")
        private final transient Object cached;

        @JsonCreator
        Transient(@JsonProperty("number") int number) {
            this.number = number;
            this.cached = new Object();
        }
    }

    record OfSet(Set<String> texts) {}

    record OfTimes(ZonedDateTime at, ZonedDateTime now, Instant end, Duration length) {}

    /** Without equals. */
    static final class Code {
        private final String text;

        private Code(String text) {
            this.text = text;
        }

        @SuppressWarnings("unused")
        public static Code valueOf(String text) {
            return new Code(text);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    record OfCodes(Map<Code, Integer> codes) {}

    record Nothing() {}
}
