package io.neuroglia.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Types;
import org.junit.jupiter.api.Test;

/** A bug of the processor, or of the compiler it asks, is a diagnostic like any other. */
class ProcessorFailureTest {
    private static final String SOURCE = """
        package shop;
        interface Shop {
            record PlaceOrder() implements io.neuroglia.message.Command<String> {}
            record Happened() implements io.neuroglia.message.DomainEvent {}
        }
        """;

    @Test
    void it_names_the_class_that_could_not_be_read() {
        Compilation compilation = compileWith(Types.class, "directSupertypes", "shop.Shop.PlaceOrder");

        assertThat(compilation.errors()).singleElement().satisfies(error -> {
            assertThat(error.getLineNumber()).isEqualTo(3);
            assertThat(error.getMessage(Locale.ENGLISH))
                    .startsWith("[NEU000] Neuroglia's processor failed at shop.Shop.PlaceOrder:"
                            + " java.lang.IllegalStateException: no directSupertypes today at ")
                    .endsWith("This is a bug in Neuroglia: please report it with this message and the code it names."
                            + " See docs/errors/NEU000.md");
        });
    }

    @Test
    void it_names_the_index_that_could_not_be_written() {
        Compilation compilation = compileWith(Filer.class, "createSourceFile", "shop.NeurogliaIndex");

        assertThat(compilation.errors())
                .extracting(error -> error.getMessage(Locale.ENGLISH))
                .filteredOn(message -> message.startsWith("[NEU000]"))
                .singleElement()
                .asString()
                .startsWith("[NEU000] Neuroglia's processor failed at shop.NeurogliaIndex:"
                        + " java.lang.IllegalStateException: no createSourceFile today");
    }

    @Test
    void it_names_the_index_of_mappings_that_could_not_be_written() {
        Compilation compilation =
                compileWith(Filer.class, "createSourceFile", "shop.NeurogliaMappings", "shop.UserMapper", """
                    package shop;
                    @org.mapstruct.Mapper
                    interface UserMapper {
                        Dto toDto(User user);
                        record User(String name) {}
                        record Dto(String name) {}
                    }
                    """);

        assertThat(compilation.errors())
                .extracting(error -> error.getMessage(Locale.ENGLISH))
                .filteredOn(message -> message.startsWith("[NEU000]"))
                .singleElement()
                .asString()
                .startsWith("[NEU000] Neuroglia's processor failed at shop.NeurogliaMappings:"
                        + " java.lang.IllegalStateException: no createSourceFile today");
    }

    @Test
    void it_is_told_once_when_nothing_can_be_done() {
        Compilation compilation = compileWith(Filer.class, "getResource", "CLASS_OUTPUT");

        assertThat(compilation.errors())
                .extracting(error -> error.getMessage(Locale.ENGLISH))
                .singleElement()
                .asString()
                .startsWith("[NEU000] Neuroglia's processor failed at this compilation:");
    }

    private static Compilation compileWith(Class<?> broken, String method, String argument) {
        return compileWith(broken, method, argument, "shop.Shop", SOURCE);
    }

    private static Compilation compileWith(
            Class<?> broken, String method, String argument, String name, String source) {
        return TestSources.compilerWith(new OnBrokenCompiler(broken, method, argument))
                .compile(JavaFileObjects.forSourceString(name, source));
    }

    /** Our processor on a compiler whose one method fails for one argument. */
    private static final class OnBrokenCompiler extends AbstractProcessor {
        private final NeurogliaProcessor processor = new NeurogliaProcessor();
        private final Class<?> broken;
        private final String method;
        private final String argument;

        OnBrokenCompiler(Class<?> broken, String method, String argument) {
            this.broken = broken;
            this.method = method;
            this.argument = argument;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return processor.getSupportedSourceVersion();
        }

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            super.init(environment);
            processor.init((ProcessingEnvironment) intercept(ProcessingEnvironment.class, environment));
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            boolean unused = processor.process(annotations, round);
            return false;
        }

        private Object intercept(Class<?> type, Object real) {
            return Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {type}, (self, called, arguments) -> {
                        if (type == broken && called.getName().equals(method) && argument.equals("" + arguments[0])) {
                            throw new IllegalStateException("no " + method + " today");
                        }
                        Object answer = called.invoke(real, arguments);
                        return type != broken && called.getReturnType() == broken ? intercept(broken, answer) : answer;
                    });
        }
    }
}
