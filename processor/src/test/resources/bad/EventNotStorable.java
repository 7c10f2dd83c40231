package shop;

import io.neuroglia.handler.NotIndexed;
import io.neuroglia.message.DomainEvent;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Each event has an example, which a test stores and cannot read again. */
class EventNotStorable {
    record OfInterface(
            //! [NEU011] EventNotStorable.OfInterface cannot be read again once it is stored, because its component item holds EventNotStorable.Item, an interface without @JsonTypeInfo. Use records of plain data, or say by Jackson's annotations how it is written and read, or mark the event @NotIndexed if it is never stored. See docs/errors/NEU011.md
            Item item)
            implements DomainEvent {
        static OfInterface example() {
            return new OfInterface(new Pizza(1));
        }
    }

    record OfSealed(
            //! [NEU011] EventNotStorable.OfSealed cannot be read again once it is stored, because its component payment holds EventNotStorable.Payment, an interface without @JsonTypeInfo. Use records of plain data, or say by Jackson's annotations how it is written and read, or mark the event @NotIndexed if it is never stored. See docs/errors/NEU011.md
            Payment payment)
            implements DomainEvent {
        static OfSealed example() {
            return new OfSealed(new Cash(1));
        }
    }

    record OfAbstract(
            //! [NEU011] EventNotStorable.OfAbstract cannot be read again once it is stored, because its component shape holds EventNotStorable.Shape, an abstract class without @JsonTypeInfo. Use records of plain data, or say by Jackson's annotations how it is written and read, or mark the event @NotIndexed if it is never stored. See docs/errors/NEU011.md
            Shape shape)
            implements DomainEvent {
        static OfAbstract example() {
            return new OfAbstract(new Round());
        }
    }

    record OfList(
            //! [NEU011] EventNotStorable.OfList cannot be read again once it is stored, because its component items holds EventNotStorable.Item, an interface without @JsonTypeInfo. Use records of plain data, or say by Jackson's annotations how it is written and read, or mark the event @NotIndexed if it is never stored. See docs/errors/NEU011.md
            List<Item> items)
            implements DomainEvent {
        static OfList example() {
            return new OfList(List.of(new Pizza(1)));
        }
    }

    record OfDeep(
            //! [NEU011] EventNotStorable.OfDeep cannot be read again once it is stored, because its component boxes.content holds EventNotStorable.Item, an interface without @JsonTypeInfo. Use records of plain data, or say by Jackson's annotations how it is written and read, or mark the event @NotIndexed if it is never stored. See docs/errors/NEU011.md
            Map<String, Optional<List<? extends Box<Item[]>>>> boxes)
            implements DomainEvent {
        static OfDeep example() {
            return new OfDeep(Map.of("a", Optional.of(List.of(new Box<>(new Item[] {new Pizza(1)})))));
        }
    }

    record OfInner(
            //! [NEU011] EventNotStorable.OfInner cannot be read again once it is stored, because its component inner holds EventNotStorable.Inner, an inner class. Use records of plain data, or say by Jackson's annotations how it is written and read, or mark the event @NotIndexed if it is never stored. See docs/errors/NEU011.md
            Inner inner)
            implements DomainEvent {
        static OfInner example() {
            return new OfInner(new EventNotStorable().new Inner());
        }
    }

    record OfClosed(
            //! [NEU011] EventNotStorable.OfClosed cannot be read again once it is stored, because its component closed holds EventNotStorable.Closed, a class whose constructors are private. Use records of plain data, or say by Jackson's annotations how it is written and read, or mark the event @NotIndexed if it is never stored. See docs/errors/NEU011.md
            Closed closed)
            implements DomainEvent {
        static OfClosed example() {
            return new OfClosed(Closed.of(1, 2));
        }
    }

    record OfFunction(
            //! [NEU011] EventNotStorable.OfFunction cannot be read again once it is stored, because its component function holds Supplier, which JSON cannot bring back. Use records of plain data, or say by Jackson's annotations how it is written and read, or mark the event @NotIndexed if it is never stored. See docs/errors/NEU011.md
            Supplier<String> function)
            implements DomainEvent {
        static OfFunction example() {
            return new OfFunction(() -> "");
        }
    }

    record OfRunnable(
            //! [NEU011] EventNotStorable.OfRunnable cannot be read again once it is stored, because its component action holds Runnable, which JSON cannot bring back. Use records of plain data, or say by Jackson's annotations how it is written and read, or mark the event @NotIndexed if it is never stored. See docs/errors/NEU011.md
            Runnable action)
            implements DomainEvent {
        static OfRunnable example() {
            return new OfRunnable(() -> {});
        }
    }

    record OfStream(
            //! [NEU011] EventNotStorable.OfStream cannot be read again once it is stored, because its component stream holds Stream, which JSON cannot bring back. Use records of plain data, or say by Jackson's annotations how it is written and read, or mark the event @NotIndexed if it is never stored. See docs/errors/NEU011.md
            Stream<String> stream)
            implements DomainEvent {
        static OfStream example() {
            return new OfStream(Stream.of("a"));
        }
    }

    record OfInput(
            //! [NEU011] EventNotStorable.OfInput cannot be read again once it is stored, because its component input holds InputStream, which JSON cannot bring back. Use records of plain data, or say by Jackson's annotations how it is written and read, or mark the event @NotIndexed if it is never stored. See docs/errors/NEU011.md
            InputStream input)
            implements DomainEvent {
        static OfInput example() {
            return new OfInput(InputStream.nullInputStream());
        }
    }

    record OfThread(
            //! [NEU011] EventNotStorable.OfThread cannot be read again once it is stored, because its component thread holds Thread, which JSON cannot bring back. Use records of plain data, or say by Jackson's annotations how it is written and read, or mark the event @NotIndexed if it is never stored. See docs/errors/NEU011.md
            Thread thread)
            implements DomainEvent {
        static OfThread example() {
            return new OfThread(Thread.currentThread());
        }
    }

    record OfClock(
            //! [NEU011] EventNotStorable.OfClock cannot be read again once it is stored, because its component clock holds Clock, which JSON cannot bring back. Use records of plain data, or say by Jackson's annotations how it is written and read, or mark the event @NotIndexed if it is never stored. See docs/errors/NEU011.md
            Clock clock)
            implements DomainEvent {
        static OfClock example() {
            return new OfClock(Clock.systemUTC());
        }
    }

    record OfIterator(
            //! [NEU011] EventNotStorable.OfIterator cannot be read again once it is stored, because its component rest holds Iterator, which JSON cannot bring back. Use records of plain data, or say by Jackson's annotations how it is written and read, or mark the event @NotIndexed if it is never stored. See docs/errors/NEU011.md
            Iterator<String> rest)
            implements DomainEvent {
        static OfIterator example() {
            return new OfIterator(List.of("a").iterator());
        }
    }

    record KeyOfRecord(
            //! [NEU011] EventNotStorable.KeyOfRecord cannot be read again once it is stored, because its component places holds EventNotStorable.Place, which cannot be the key of a map in JSON. Use records of plain data, or say by Jackson's annotations how it is written and read, or mark the event @NotIndexed if it is never stored. See docs/errors/NEU011.md
            Map<Place, String> places)
            implements DomainEvent {
        static KeyOfRecord example() {
            return new KeyOfRecord(Map.of(new Place(1, 2), "a"));
        }
    }

    record KeyOfList(
            //! [NEU011] EventNotStorable.KeyOfList cannot be read again once it is stored, because its component names holds List, which cannot be the key of a map in JSON. Use records of plain data, or say by Jackson's annotations how it is written and read, or mark the event @NotIndexed if it is never stored. See docs/errors/NEU011.md
            Map<List<String>, String> names)
            implements DomainEvent {
        static KeyOfList example() {
            return new KeyOfList(Map.of(List.of("a"), "b"));
        }
    }

    record KeyOfPath(
            //! [NEU011] EventNotStorable.KeyOfPath cannot be read again once it is stored, because its component files holds Path, which cannot be the key of a map in JSON. Use records of plain data, or say by Jackson's annotations how it is written and read, or mark the event @NotIndexed if it is never stored. See docs/errors/NEU011.md
            Map<Path, String> files)
            implements DomainEvent {
        static KeyOfPath example() {
            return new KeyOfPath(Map.of(Path.of("a"), "b"));
        }
    }

    record KeyOfOptional(
            //! [NEU011] EventNotStorable.KeyOfOptional cannot be read again once it is stored, because its component names holds Optional, which cannot be the key of a map in JSON. Use records of plain data, or say by Jackson's annotations how it is written and read, or mark the event @NotIndexed if it is never stored. See docs/errors/NEU011.md
            Map<Optional<String>, String> names)
            implements DomainEvent {
        static KeyOfOptional example() {
            return new KeyOfOptional(Map.of(Optional.of("a"), "b"));
        }
    }

    record KeyOfWildcard(
            //! [NEU011] EventNotStorable.KeyOfWildcard cannot be read again once it is stored, because its component places holds EventNotStorable.Place, which cannot be the key of a map in JSON. Use records of plain data, or say by Jackson's annotations how it is written and read, or mark the event @NotIndexed if it is never stored. See docs/errors/NEU011.md
            Map<? extends Place, String> places)
            implements DomainEvent {
        static KeyOfWildcard example() {
            return new KeyOfWildcard(Map.of(new Place(1, 2), "a"));
        }
    }

    record KeyOfNumber(
            //! [NEU011] EventNotStorable.KeyOfNumber cannot be read again once it is stored, because its component minutes holds EventNotStorable.Minute, which cannot be the key of a map in JSON. Use records of plain data, or say by Jackson's annotations how it is written and read, or mark the event @NotIndexed if it is never stored. See docs/errors/NEU011.md
            Map<Minute, String> minutes)
            implements DomainEvent {
        static KeyOfNumber example() {
            return new KeyOfNumber(Map.of(new Minute(1), "a"));
        }
    }

    record KeyOfTime(
            //! [NEU011] EventNotStorable.KeyOfTime cannot be read again once it is stored, because its component times holds EventNotStorable.Time, which cannot be the key of a map in JSON. Use records of plain data, or say by Jackson's annotations how it is written and read, or mark the event @NotIndexed if it is never stored. See docs/errors/NEU011.md
            Map<Time, String> times)
            implements DomainEvent {
        static KeyOfTime example() {
            return new KeyOfTime(Map.of(new Time(Instant.EPOCH), "a"));
        }
    }

    //! [NEU011] EventNotStorable.ItsOwnSecret cannot be read again once it is stored, because it is EventNotStorable.ItsOwnSecret, a class whose constructors are private. Use records of plain data, or say by Jackson's annotations how it is written and read, or mark the event @NotIndexed if it is never stored. See docs/errors/NEU011.md
    static final class ItsOwnSecret implements DomainEvent {
        public final int amount;

        private ItsOwnSecret(int amount) {
            this.amount = amount;
        }

        static ItsOwnSecret example() {
            return new ItsOwnSecret(1);
        }
    }

    @NotIndexed
    record NeverStored(Runnable action) implements DomainEvent {
        static NeverStored example() {
            return new NeverStored(() -> {});
        }
    }

    interface Item {}

    record Pizza(int number) implements Item {}

    sealed interface Payment {}

    record Cash(int amount) implements Payment {}

    abstract static class Shape {
        public int corners;
    }

    static class Round extends Shape {}

    class Inner {
        public int number;
    }

    @SuppressWarnings("unused")
    static final class Closed {
        public final int from;
        public final int to;

        private Closed(int from, int to) {
            this.from = from;
            this.to = to;
        }

        static Closed of(int from, int to) {
            return new Closed(from, to);
        }
    }

    record Box<T>(T content) {}

    record Place(int x, int y) {
        static String ofPlace(Place place) {
            return place.toString();
        }

        Place with(Place other) {
            return new Place(x, other.y);
        }
    }

    record Minute(int number) {}

    record Time(Instant instant) {}
}
