package shop;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.neuroglia.message.DomainEvent;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Each event has an example, which a test stores and reads again. */
interface Events {
    record Plain(String text, int number, Long large, boolean truth, char letter, double fraction, byte[] bytes)
            implements DomainEvent {
        static Plain example() {
            return new Plain("a", 1, 2L, true, 'x', 0.5, new byte[] {1});
        }
    }

    record Times(Instant instant, LocalDate date, Duration duration, ZoneId zone, DayOfWeek day)
            implements DomainEvent {
        static Times example() {
            return new Times(Instant.EPOCH, LocalDate.EPOCH, Duration.ofMinutes(90), ZoneId.of("Europe/Rome"), DayOfWeek.MONDAY);
        }
    }

    record Values(BigDecimal amount, Currency currency, UUID id, URI link, Locale locale, Path file, Class<?> type, Number any, CharSequence text)
            implements DomainEvent {
        static Values example() {
            return new Values(
                    new BigDecimal("1.50"),
                    Currency.getInstance("EUR"),
                    new UUID(1, 2),
                    URI.create("https://example.org"),
                    Locale.ITALY,
                    Path.of("/a"),
                    String.class,
                    1,
                    "a");
        }
    }

    record Collections(
            Iterable<String> iterable,
            Collection<Integer> collection,
            List<Optional<Instant>> list,
            Set<Size> set,
            SortedSet<String> sorted,
            OptionalInt optional,
            Map.Entry<String, Integer> entry)
            implements DomainEvent {
        static Collections example() {
            return new Collections(
                    List.of("a"),
                    List.of(1),
                    List.of(Optional.of(Instant.EPOCH)),
                    Set.of(Size.LARGE),
                    new TreeSet<>(Set.of("a")),
                    OptionalInt.of(1),
                    Map.entry("a", 1));
        }
    }

    record Maps(
            Map<Integer, List<Pizza>> numbers,
            NavigableMap<LocalDate, String> dates,
            EnumMap<Size, BigDecimal> sizes,
            Map<UUID, int[]> ids,
            Map<Code, String> codes,
            Map<Object, String> texts,
            Map<?, String> anything,
            Map<Sku, String> skus,
            Properties settings)
            implements DomainEvent {
        static Maps example() {
            return new Maps(
                    Map.of(1, List.of(new Pizza("a", Optional.of(Size.LARGE)))),
                    new TreeMap<>(Map.of(LocalDate.EPOCH, "a")),
                    new EnumMap<>(Map.of(Size.LARGE, BigDecimal.ONE)),
                    Map.of(new UUID(1, 2), new int[] {1}),
                    Map.of(new Code("a"), "b"),
                    Map.of("a", "b"),
                    Map.of("c", "d"),
                    Map.of(Sku.valueOf("a-1"), "b"),
                    red());
        }

        private static Properties red() {
            Properties settings = new Properties();
            settings.setProperty("colour", "red");
            return settings;
        }
    }

    record Nested(Pizza[] pizzas, Box<List<? extends Pizza>> box, Tree tree) implements DomainEvent {
        static Nested example() {
            Pizza pizza = new Pizza("a", Optional.empty());
            return new Nested(
                    new Pizza[] {pizza}, new Box<>(List.of(pizza)), new Tree("a", List.of(new Tree("b", List.of()))));
        }
    }

    record Annotated(Payment payment, Weight weight, Picked picked, Drawing drawing) implements DomainEvent {
        static Annotated example() {
            return new Annotated(new Cash(1), new Weight(2), Picked.of(3), new Drawing());
        }
    }

    final class ByConstructor implements DomainEvent {
        private static int made;

        public final String text;
        public final int number;

        public ByConstructor(String text, int number) {
            this.text = text;
            this.number = number;
            made++;
        }

        static ByConstructor example() {
            return new ByConstructor("a", 1);
        }
    }

    enum Size {
        SMALL,
        LARGE {
            @Override
            int slices() {
                return 8;
            }
        };

        int slices() {
            return 4;
        }
    }

    record Pizza(String name, Optional<Size> size) {}

    record Box<T>(T content) {}

    record Tree(String name, List<Tree> branches) {}

    record Code(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /** Read as the key of a map by its factory. */
    final class Sku {
        private final String maker;
        private final int number;

        private Sku(String maker, int number) {
            this.maker = maker;
            this.number = number;
        }

        public static Sku valueOf(String text) {
            String[] parts = text.split("-");
            return new Sku(parts[0], Integer.parseInt(parts[1]));
        }

        @Override
        public String toString() {
            return maker + "-" + number;
        }
    }

    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    abstract class Drawn {
        private int corners = 3;
    }

    /** What its superclass says holds for it, too. */
    final class Drawing extends Drawn {
        private String colour = "red";
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    sealed interface Payment {}

    record Cash(int amount) implements Payment {}

    record Card(String number) implements Payment {}

    final class Weight {
        private int grams;

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Weight(int grams) {
            this.grams = grams;
        }

        @JsonValue
        int grams() {
            return grams;
        }
    }

    abstract class Picked {
        static Picked of(int number) {
            return new Numbered(number);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Picked read(int number) {
            return of(number);
        }

        @JsonValue
        abstract int number();
    }

    final class Numbered extends Picked {
        private final int number;

        Numbered(int number) {
            this.number = number;
        }

        @Override
        int number() {
            return number;
        }
    }
}
