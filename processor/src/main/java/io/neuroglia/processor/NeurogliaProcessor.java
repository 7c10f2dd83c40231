package io.neuroglia.processor;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Indexes and checks what a compilation handles. Build tools find it on the processor path; nobody calls it. For one
 * compilation and one thread, as every processor.
 *
 * <p>The option {@code -Aneuroglia.missing=error|warn|off} says what becomes of a request without a handler and of a
 * call without a mapping; {@code off} is for tests that declare requests of their own. Warnings are suppressed by
 * {@code @SuppressWarnings} with their id.
 *
 * @since 0.1
 */
public final class NeurogliaProcessor extends AbstractProcessor {
    private Diagnostics diagnostics;
    private @Nullable Indexing indexing;
    private boolean failed;

    /** For the service loader. */
    public NeurogliaProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*"); // handlers are found by the interfaces they implement
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(MissingPolicy.OPTION);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        diagnostics = new Diagnostics(environment);
    }

    /**
     * Writes indexes, and in the last round reports what is wrong. A bug becomes a diagnostic too, because an exception
     * would hide all other errors.
     *
     * @param annotations of no concern here
     * @param round what was added to the compilation
     * @return false: other processors see the same classes
     */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (!failed) {
            try {
                process(round);
            } catch (IOException | RuntimeException e) {
                failed = true;
                diagnostics.report(Finding.failure("this compilation", null, e));
            }
        }
        return false;
    }

    private void process(RoundEnvironment round) throws IOException {
        if (indexing == null) {
            indexing = new Indexing(processingEnv, diagnostics, missingPolicy());
        }
        if (round.processingOver()) {
            indexing.finish(round.errorRaised());
            checkCalls(indexing.knownMappings());
        } else {
            ElementFilter.modulesIn(round.getRootElements()).forEach(indexing::module);
            indexing.round(classesOf(round));
        }
    }

    private void checkCalls(KnownMappings known) {
        try {
            CallChecks.begin(processingEnv, known);
        } catch (IllegalArgumentException | LinkageError notJavac) {
            return; // Other compilers, and build tools that hide javac, do not show the code. What is unwise stays
            // unsaid.
        }
    }

    private MissingPolicy missingPolicy() {
        String value = processingEnv.getOptions().get(MissingPolicy.OPTION);
        return MissingPolicy.of(value).orElseGet(() -> {
            diagnostics.report(Finding.anywhere(Diagnostic.UNKNOWN_OPTION, MissingPolicy.OPTION, "" + value));
            return MissingPolicy.ERROR;
        });
    }

    private static Set<ClassName> classesOf(RoundEnvironment round) {
        return ElementFilter.typesIn(round.getRootElements()).stream()
                .flatMap(element -> new SourceType(element).withNested())
                .map(SourceType::name)
                .collect(toCollection(TreeSet::new));
    }
}
