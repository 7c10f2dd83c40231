package io.neuroglia.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Some build tools show processors an environment that is not javac's, and other compilers have none. */
class HiddenCompilerTest {

    @ParameterizedTest
    @ValueSource(strings = {"BehaviorCycle", "DomainEventPublished", "MissingMapping"})
    void what_cannot_be_seen_is_not_complained_of(String name) {
        Compilation compilation = compile(name);

        assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
        assertThat(compilation.diagnostics()).isEmpty();
    }

    @Test
    void all_else_is_checked() {
        assertThat(compile("CachedInVain").errors())
                .hasSize(3)
                .allSatisfy(
                        error -> assertThat(error.getMessage(Locale.ENGLISH)).startsWith("[NEU010]"));
    }

    private static Compilation compile(String name) {
        return TestSources.compilerWith(new OnHiddenCompiler())
                .compile(JavaFileObjects.forSourceString(
                        "shop." + name, TestSources.text(TestSources.resource("bad/" + name + ".java"))));
    }

    /** Our processor in an environment that passes everything on and is not javac's. */
    private static final class OnHiddenCompiler extends AbstractProcessor {
        private final NeurogliaProcessor processor = new NeurogliaProcessor();

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
            processor.init((ProcessingEnvironment) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {ProcessingEnvironment.class},
                    (self, called, arguments) -> called.invoke(environment, arguments)));
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            boolean unused = processor.process(annotations, round);
            return false;
        }
    }
}
