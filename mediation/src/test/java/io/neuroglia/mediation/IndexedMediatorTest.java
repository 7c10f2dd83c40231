package io.neuroglia.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.handler.CommandHandler;
import io.neuroglia.handler.EventHandler;
import io.neuroglia.handler.QueryHandler;
import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.handler.spi.HandlerIndexVisitor;
import io.neuroglia.handler.spi.HandlerIndexes;
import io.neuroglia.handler.spi.Indexed;
import io.neuroglia.handler.spi.MissingIndexException;
import io.neuroglia.handler.spi.Parts;
import io.neuroglia.result.OperationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Handlers that generated code makes of the application's parts; the index here is what the compiler would write. */
class IndexedMediatorTest {

    @Nested
    class Of_parts {

        @Test
        void handlers_are_made_of_the_parts_provided() {
            Mediator mediator = complete(Mediator.builder()).build();

            assertThat(mediator.execute(new Ping()).data()).isEqualTo("pong 3");
            assertThat(mediator.execute(new Rename("Ada")).data()).isEqualTo("old names: [Bob], then pong 3");
        }

        @Test
        void parts_may_be_provided_before_and_after_the_index_is_named() {
            MediatorBuilder builder =
                    Mediator.builder().provide(Integer.class, 3).indexed(HandlerIndexes.of(new Index()));
            builder.provide(new TypeOf<List<String>>() {}, List.of("Bob"));

            assertThat(builder.build().execute(new Ping()).data()).isEqualTo("pong 3");
        }

        @Test
        void a_class_with_two_messages_is_made_once() {
            List<String> journal = new ArrayList<>();
            Index index = new Index(journal);

            Mediator mediator = Mediator.builder()
                    .indexed(HandlerIndexes.of(index))
                    .provide(int.class, 3)
                    .provide(new TypeOf<List<String>>() {}, List.of("Bob"))
                    .build();
            mediator.publish(new Renamed("Ada"));

            assertThat(journal).containsExactly("rename handler made", "renamed Ada");
        }

        @Test
        void all_missing_ones_are_named_at_once_by_handler_and_parameter() {
            MediatorBuilder builder = Mediator.builder().indexed(HandlerIndexes.of(new Index()));

            assertThatThrownBy(builder::build)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("""
                        The mediator cannot be set up:
                        - %s$PingHandler needs what nobody provides: java.lang.Integer times
                        - %s$RenameHandler needs what nobody provides: java.util.List<java.lang.String> names
                        Provide missing parts under exactly these types: provide(Menu.class, menu), or provide(new \
                        TypeOf<Repository<Order, String>>() {}, orders) where they have type arguments.\
                        """, IndexedMediatorTest.class.getName(), IndexedMediatorTest.class.getName());
        }

        @Test
        void what_was_missing_may_be_provided_after_a_refusal() {
            MediatorBuilder builder =
                    Mediator.builder().indexed(HandlerIndexes.of(new Index())).provide(Integer.class, 3);
            assertThatThrownBy(builder::build).hasMessageContaining("RenameHandler");

            Mediator mediator = builder.provide(new TypeOf<List<String>>() {}, List.of("Bob"))
                    .build();

            assertThat(mediator.execute(new Ping()).data()).isEqualTo("pong 3");
        }

        @Test
        void two_parts_of_one_type_are_refused() {
            MediatorBuilder builder = Mediator.builder().provide(Integer.class, 3);

            assertThatThrownBy(() -> builder.provide(int.class, 4))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("There is a part of type java.lang.Integer already");
        }

        @Test
        void a_handler_whose_constructor_throws_is_named_and_its_exception_kept() {
            IOException thrown = new IOException("no mail server");
            HandlerIndex broken = new Single(PingHandler.class, () -> {
                throw new Sneaky(thrown);
            });

            assertThatThrownBy(Mediator.builder().indexed(HandlerIndexes.of(broken))::build)
                    .hasMessageContaining(PingHandler.class.getName() + " cannot be made: ")
                    .hasRootCause(thrown);
        }

        @Test
        void a_handler_that_exists_twice_is_told_with_everything_else() {
            MediatorBuilder builder = Mediator.builder()
                    .handle(Ping.class, ping -> OperationResult.ok("by function"))
                    .provide(Integer.class, 3)
                    .indexed(HandlerIndexes.of(new Index()));

            assertThatThrownBy(builder::build)
                    .hasMessageContaining("Two handlers for " + Ping.class.getName())
                    .hasMessageContaining("RenameHandler needs what nobody provides");
        }

        @Test
        void an_index_that_makes_nothing_says_so() {
            HandlerIndex byHand = visitor -> visitor.handler(Ping.class, PingHandler.class);

            assertThatThrownBy(Mediator.builder().indexed(HandlerIndexes.of(byHand))::build)
                    .hasMessageContaining(PingHandler.class.getName() + " cannot be made: ")
                    .hasMessageContaining("Mark it @NotIndexed and register it by hand.");
        }
    }

    @Nested
    class By_type {

        @Test
        void a_part_is_found_by_its_type_arguments() {
            assertThat(new TypeOf<Map<String, List<? extends Number>>>() {}.toString())
                    .isEqualTo("java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>>");
            assertThat(new TypeOf<List<? super Integer>[]>() {}.toString())
                    .isEqualTo("java.util.List<? super java.lang.Integer>[]");
            assertThat(new TypeOf<Map.Entry<?, int[]>>() {}.toString()).isEqualTo("java.util.Map$Entry<?, int[]>");
        }

        @Test
        @SuppressWarnings("rawtypes") // what the test is about
        void a_type_that_is_left_open_is_refused() {
            assertThatThrownBy(() -> new TypeOf() {})
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("Say which type is meant");
            assertThatThrownBy(IndexedMediatorTest::open)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is a variable");
        }
    }

    @Nested
    class That_cannot_be_loaded {

        @Test
        void they_are_all_named_and_stop_the_set_up() {
            MediatorBuilder builder = complete(Mediator.builder()).indexed(HandlerIndexes.of(new HoleyIndex()));

            assertThatThrownBy(builder::build)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("shop.LostHandler (named by " + HoleyIndex.class.getName()
                            + ") cannot be loaded: java.lang.NoClassDefFoundError: optional/Printer")
                    .hasMessageContaining("shop.HalfLostHandler (named by " + HoleyIndex.class.getName())
                    .hasMessageContaining("strict(false)");
        }

        @Test
        void without_strictness_the_others_work() {
            Mediator mediator = complete(Mediator.builder())
                    .indexed(HandlerIndexes.of(new HoleyIndex()))
                    .strict(false)
                    .build();

            assertThat(mediator.execute(new Ping()).data()).isEqualTo("pong 3");
            assertThat(mediator.subscriptions())
                    .extracting(EventSubscription::handlerName)
                    .contains("IndexedMediatorTest.LastListener");
        }

        @Test
        void a_request_whose_handler_was_left_out_does_not_stop_a_set_up_without_strictness() {
            HandlerIndex contract = visitor -> visitor.handledElsewhere(Ping.class);
            MediatorBuilder builder = Mediator.builder()
                    .indexed(HandlerIndexes.of(new HoleyIndex(), contract))
                    .strict(false);

            Mediator mediator = builder.build();

            assertThatThrownBy(() -> mediator.execute(new Ping())).isInstanceOf(MissingHandlerException.class);
        }

        @Test
        void they_are_named_too_when_somebody_else_makes_the_instances() {
            MediatorBuilder builder = Mediator.builder();
            MediatorBuilder.InstanceProvider provider = new MediatorBuilder.InstanceProvider() {
                @Override
                public <T> T get(Class<T> type) {
                    return type.cast(new LastListener());
                }
            };

            assertThatThrownBy(() -> builder.index(new HoleyIndex(), provider))
                    .hasMessageContaining("shop.LostHandler");
            assertThat(Mediator.builder()
                            .strict(false)
                            .index(new HoleyIndex(), provider)
                            .build()
                            .subscriptions())
                    .hasSize(1);
        }
    }

    @Nested
    class Found_on_the_class_path {
        @TempDir
        private Path folder;

        @Test
        void without_any_the_remedy_is_told() {
            HandlerIndexes none = HandlerIndexes.load(getClass().getClassLoader());

            assertThatThrownBy(() -> Mediator.builder().indexed(none))
                    .isInstanceOf(MissingIndexException.class)
                    .hasMessageContaining("neuroglia-processor has not run")
                    .hasMessageContaining("<artifactId>neuroglia-processor</artifactId>");
        }

        @Test
        void one_that_cannot_be_loaded_is_named_and_hides_no_other() throws Exception {
            HandlerIndexes found = load("gone.FirstIndex", Index.class.getName(), "gone.LastIndex");

            assertThat(found.entries()).hasSize(3);
            assertThatThrownBy(complete(Mediator.builder(), found)::build)
                    .hasMessageContaining("gone.FirstIndex")
                    .hasMessageContaining("gone.LastIndex");
            Mediator mediator =
                    complete(Mediator.builder(), found).strict(false).build();
            assertThat(mediator.execute(new Ping()).data()).isEqualTo("pong 3");
        }

        @Test
        void one_of_another_version_is_named_with_both_versions() throws Exception {
            HandlerIndexes found = load(OldIndex.class.getName());

            assertThatThrownBy(Mediator.builder().indexed(found)::build)
                    .hasMessageContaining("The handler index " + OldIndex.class.getName())
                    .hasMessageContaining("It has format 0, but this version reads format 1.")
                    .hasMessageContaining("neuroglia-processor whose version is that of neuroglia-mediation");
        }

        private HandlerIndexes load(String... indexes) throws IOException {
            Path services = Files.createDirectories(folder.resolve("META-INF/services"));
            Files.write(services.resolve(HandlerIndex.class.getName()), List.of(indexes));
            return HandlerIndexes.load(new java.net.URLClassLoader(
                    new java.net.URL[] {folder.toUri().toURL()}, getClass().getClassLoader()));
        }
    }

    private static <T> TypeOf<List<T>> open() {
        return new TypeOf<>() {};
    }

    private static MediatorBuilder complete(MediatorBuilder builder) {
        return complete(builder, HandlerIndexes.of(new Index()));
    }

    private static MediatorBuilder complete(MediatorBuilder builder, HandlerIndexes indexes) {
        return builder.indexed(indexes)
                .provide(Integer.class, 3)
                .provide(new TypeOf<List<String>>() {}, List.of("Bob"));
    }

    record Renamed(String name) {}

    private record PingHandler(int times) implements QueryHandler<Ping, String> {
        @Override
        public OperationResult<String> handle(Ping ping) {
            return OperationResult.ok("pong " + times);
        }
    }

    private record RenameHandler(List<String> names, Mediator mediator, List<String> journal)
            implements CommandHandler<Rename, String>, EventHandler<Renamed> {
        @Override
        public OperationResult<String> handle(Rename rename) {
            return OperationResult.ok("old names: " + names + ", then "
                    + mediator.execute(new Ping()).data());
        }

        @Override
        public void handle(Renamed event) {
            journal.add("renamed " + event.name());
        }
    }

    private static final class LastListener implements EventHandler<Renamed> {
        @Override
        public void handle(Renamed event) {}
    }

    /** As the compiler writes it. */
    public static final class Index implements HandlerIndex {
        private final List<String> journal;

        public Index() {
            this(new ArrayList<>());
        }

        Index(List<String> journal) {
            this.journal = journal;
        }

        @Override
        public void accept(HandlerIndexVisitor visitor) {
            for (int entry = 0; entry < size(); entry++) {
                accept(entry, visitor);
            }
        }

        @Override
        public int size() {
            return 3;
        }

        @Override
        public void accept(int entry, HandlerIndexVisitor visitor) {
            switch (entry) {
                case 0 -> visitor.handler(Ping.class, PingHandler.class);
                case 1 -> visitor.handler(Rename.class, RenameHandler.class);
                default -> visitor.eventHandler(Renamed.class, RenameHandler.class);
            }
        }

        @Override
        public Object create(int entry, Parts parts) {
            return entry == 0 ? makePingHandler(parts) : makeRenameHandler(parts);
        }

        private static PingHandler makePingHandler(Parts parts) {
            Integer times = parts.get("java.lang.Integer", "times");
            parts.requireAll();
            return new PingHandler(times);
        }

        private RenameHandler makeRenameHandler(Parts parts) {
            List<String> names = parts.get("java.util.List<java.lang.String>", "names");
            Mediator mediator = parts.get("io.neuroglia.mediation.Mediator", "mediator");
            parts.requireAll();
            journal.add("rename handler made");
            return new RenameHandler(names, mediator, journal);
        }
    }

    /** Of a module whose optional dependency is not there; its classes cannot be loaded, or not be made. */
    @Indexed({"shop.LostHandler", "IndexedMediatorTest.LastListener", "shop.HalfLostHandler"})
    private static final class HoleyIndex implements HandlerIndex {
        @Override
        public void accept(HandlerIndexVisitor visitor) {
            for (int entry = 0; entry < size(); entry++) {
                accept(entry, visitor);
            }
        }

        @Override
        public int size() {
            return 3;
        }

        @Override
        public void accept(int entry, HandlerIndexVisitor visitor) {
            if (entry != 1) {
                throw new NoClassDefFoundError("optional/Printer");
            }
            visitor.eventHandler(Renamed.class, LastListener.class);
        }

        @Override
        public Object create(int entry, Parts parts) {
            return new LastListener();
        }
    }

    /** Of a processor that wrote another form. */
    public static final class OldIndex implements HandlerIndex {
        @Override
        public int format() {
            return 0;
        }

        @Override
        public void accept(HandlerIndexVisitor visitor) {
            throw new NoSuchMethodError("visitor.handler");
        }
    }

    /** An index of one handler. */
    private record Single(Class<PingHandler> type, Supplier<PingHandler> factory) implements HandlerIndex {
        @Override
        public void accept(HandlerIndexVisitor visitor) {
            visitor.handler(Ping.class, type);
        }

        @Override
        public Object create(int entry, Parts parts) {
            return factory.get();
        }
    }

    private static final class Sneaky extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Sneaky(Exception cause) {
            super(cause);
        }
    }
}
