package shop;

import io.neuroglia.message.DomainEvent;
import java.util.List;

/** Each event has an example, which a test stores and reads again, be it changed. */
interface EventUnsafe {
    record OfObject(
            //! [NEU011] EventUnsafe.OfObject is unsafe to store, because its component value can hold anything, which is read as texts, numbers, lists and maps. Use records of plain data, or say by Jackson's annotations how it is written and read, or mark the event @NotIndexed if it is never stored. See docs/errors/NEU011.md
            Object value)
            implements DomainEvent {
        static OfObject example() {
            return new OfObject("a");
        }
    }

    record OfAnyList(
            //! [NEU011] EventUnsafe.OfAnyList is unsafe to store, because its component values can hold anything, which is read as texts, numbers, lists and maps. Use records of plain data, or say by Jackson's annotations how it is written and read, or mark the event @NotIndexed if it is never stored. See docs/errors/NEU011.md
            List<?> values)
            implements DomainEvent {
        static OfAnyList example() {
            return new OfAnyList(List.of("a"));
        }
    }

    record OfRawList(
            //! [NEU011] EventUnsafe.OfRawList is unsafe to store, because its component values can hold anything, which is read as texts, numbers, lists and maps. Use records of plain data, or say by Jackson's annotations how it is written and read, or mark the event @NotIndexed if it is never stored. See docs/errors/NEU011.md
            @SuppressWarnings("rawtypes")
            List values)
            implements DomainEvent {
        static OfRawList example() {
            return new OfRawList(List.of("a"));
        }
    }

    record OfAnyBox(
            //! [NEU011] EventUnsafe.OfAnyBox is unsafe to store, because its component box.content can hold anything, which is read as texts, numbers, lists and maps. Use records of plain data, or say by Jackson's annotations how it is written and read, or mark the event @NotIndexed if it is never stored. See docs/errors/NEU011.md
            Box<?> box)
            implements DomainEvent {
        static OfAnyBox example() {
            return new OfAnyBox(new Box<>("a"));
        }
    }

    record OfBean(
            //! [NEU011] EventUnsafe.OfBean is unsafe to store, because its component bean holds EventUnsafe.Bean, a class whose fields can change. Use records of plain data, or say by Jackson's annotations how it is written and read, or mark the event @NotIndexed if it is never stored. See docs/errors/NEU011.md
            Bean bean)
            implements DomainEvent {
        static OfBean example() {
            return new OfBean(new Bean());
        }
    }

    record OfHidden(
            //! [NEU011] EventUnsafe.OfHidden is unsafe to store, because its component hidden holds EventUnsafe.Hidden, a class that shows no field: neither by a public field nor by a get method. Use records of plain data, or say by Jackson's annotations how it is written and read, or mark the event @NotIndexed if it is never stored. See docs/errors/NEU011.md
            Hidden hidden)
            implements DomainEvent {
        static OfHidden example() {
            return new OfHidden(new Hidden());
        }
    }

    @SuppressWarnings("NEU011")
    record Accepted(Object value, Bean bean) implements DomainEvent {
        static Accepted example() {
            return new Accepted(1, new Bean());
        }
    }

    final class Bean {
        private int number;

        public int getNumber() {
            return number;
        }

        public void setNumber(int number) {
            this.number = number;
        }
    }

    final class Hidden {
        private final int secret;

        Hidden() {
            secret = 7;
        }

        int getSecret() {
            return secret;
        }

        @Override
        public String toString() {
            return "a secret";
        }
    }

    record Box<T>(T content) {}
}
