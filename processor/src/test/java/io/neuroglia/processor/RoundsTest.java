package io.neuroglia.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other processors write classes that ours has to wait for. */
class RoundsTest {
    private static final String SERVICE = "META-INF/services/io.neuroglia.handler.spi.HandlerIndex";

    @TempDir
    Path folder;

    private TestModule module;

    @BeforeEach
    void start_with_one_handled_request() {
        module = new TestModule(folder, "classes")
                .source("shop.PlaceOrder", Shop.PLACE_ORDER)
                .source("shop.PlaceOrderHandler", Shop.handler("PlaceOrderHandler", "PlaceOrder"))
                .source("shop.FindOrder", Shop.FIND_ORDER);
    }

    @Test
    void a_package_waits_for_a_class_that_is_not_written_yet() {
        module.source("shop.FindOrderHandler", "package shop; class FindOrderHandler extends Written {}")
                .with(new Writing("shop.Written", Shop.handler("abstract", "Written", "FindOrder")));

        assertThat(module.compile()).isEmpty();

        assertThat(module.lines(SERVICE)).containsExactly("shop.NeurogliaIndex");
        assertThat(module.calls("shop.NeurogliaIndex"))
                .containsExactly(
                        "visitor.handler(FindOrder.class, FindOrderHandler.class);",
                        "visitor.handler(PlaceOrder.class, PlaceOrderHandler.class);");
    }

    @Test
    void a_package_waits_for_an_interface_that_is_not_written_yet() {
        module.source("shop.FindOrderHandler", "package shop; class FindOrderHandler implements Written {}")
                .with(new Writing("shop.Written", """
                    package shop;
                    import io.neuroglia.result.OperationResult;
                    interface Written extends io.neuroglia.handler.QueryHandler<FindOrder, String> {
                        @Override
                        default OperationResult<String> handle(FindOrder query) {
                            return OperationResult.ok("");
                        }
                    }
                    """));

        assertThat(module.compile()).isEmpty();

        assertThat(module.calls("shop.NeurogliaIndex"))
                .containsExactly(
                        "visitor.handler(FindOrder.class, FindOrderHandler.class);",
                        "visitor.handler(PlaceOrder.class, PlaceOrderHandler.class);");
    }

    @Test
    void what_is_written_later_into_an_indexed_package_gets_a_second_index() {
        module.with(new Writing("shop.Written", Shop.handler("Written", "FindOrder")));

        assertThat(module.compile()).isEmpty();

        assertThat(module.lines(SERVICE)).containsExactly("shop.NeurogliaIndex", "shop.NeurogliaIndex2");
        assertThat(module.calls("shop.NeurogliaIndex2"))
                .containsExactly("visitor.handler(FindOrder.class, Written.class);");
    }

    @Test
    void what_an_earlier_compilation_indexed_is_not_indexed_twice_when_it_is_written_again() {
        module.with(new Writing("shop.Written", Shop.handler("Written", "FindOrder")));
        assertThat(module.compile()).isEmpty();

        TestModule again = new TestModule(folder, "classes")
                .with(new Writing("shop.Written", Shop.handler("Written", "FindOrder")));
        assertThat(again.compile()).isEmpty();

        assertThat(again.lines(SERVICE)).containsExactly("shop.NeurogliaIndex");
        assertThat(again.calls("shop.NeurogliaIndex"))
                .containsExactly(
                        "visitor.handler(FindOrder.class, Written.class);",
                        "visitor.handler(PlaceOrder.class, PlaceOrderHandler.class);");
    }

    @Test
    void what_nobody_writes_is_left_to_the_compiler() {
        module.source("shop.FindOrderHandler", "package shop; class FindOrderHandler extends Written {}");

        assertThat(module.compile())
                .isNotEmpty()
                .allSatisfy(diagnostic -> assertThat(diagnostic).contains("cannot find symbol"));
    }

    /** Notes of each round whether a class is new in it. */
    static final class Watching extends ForEverything {
        private final String name;
        private final List<Boolean> rounds;

        Watching(String name, List<Boolean> rounds) {
            this.name = name;
            this.rounds = rounds;
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            rounds.add(round.getRootElements().stream()
                    .anyMatch(element -> element.getSimpleName().contentEquals(name)));
            return false;
        }
    }

    /** Writes one class in the first round. */
    static final class Writing extends ForEverything {
        private final String name;
        private final String text;
        private boolean written;

        Writing(String name, String text) {
            this.name = name;
            this.text = text;
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!written) {
                written = true;
                try (Writer writer =
                        processingEnv.getFiler().createSourceFile(name).openWriter()) {
                    writer.write(text);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }

    /** Runs in each round, whatever is in it. */
    abstract static class ForEverything extends AbstractProcessor {
        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }
    }
}
