package io.neuroglia.processor;

import static java.util.stream.Collectors.toCollection;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.util.NavigableSet;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Checks calls, once javac has understood the class they stand in. It waits for javac to do so instead of asking for it
 * earlier, which would hinder other processors.
 */
final class CallChecks implements TaskListener {
    private final ProcessingEnvironment environment;
    private final AnalyzedCode code;
    private final PublishCalls publishing;
    private final MappingCalls mapping;
    private final NavigableSet<ClassName> unseen;

    private CallChecks(ProcessingEnvironment environment, KnownMappings known) {
        this.environment = environment;
        this.code = AnalyzedCode.of(environment);
        this.publishing = new PublishCalls(code, StageReader.of(environment));
        this.mapping = new MappingCalls(code, known);
        this.unseen = known.declared().stream().map(ClassName::outermost).collect(toCollection(TreeSet::new));
    }

    /**
     * Begins to listen, in the last round.
     *
     * @throws IllegalArgumentException if the compiler is not javac, or a build tool hides it
     */
    static void begin(ProcessingEnvironment environment, KnownMappings known) {
        JavacTask.instance(environment).addTaskListener(new CallChecks(environment, known));
    }

    @Override
    public void finished(TaskEvent event) {
        if (event.getKind() != TaskEvent.Kind.ANALYZE || !isInPackage(event.getTypeElement())) {
            return;
        }
        ClassName name = new SourceType(event.getTypeElement()).name();
        try {
            TreePath path = code.trees().getPath(event.getTypeElement());
            if (path != null) {
                new CallScanner(code, publishing, mapping).scan(path, null);
            }
            if (unseen.remove(name) && unseen.isEmpty()) {
                mapping.report();
            }
        } catch (IOException | RuntimeException e) {
            String message = Finding.failure(name.canonicalName(), name, e).message();
            environment.getMessager().printMessage(Kind.ERROR, message, event.getTypeElement());
        }
    }

    /** A module's declaration is analyzed as a class, too, but lies in no package. */
    private static boolean isInPackage(@Nullable TypeElement analyzed) {
        Element around = analyzed == null ? null : analyzed.getEnclosingElement();
        return around != null && around.getKind() == ElementKind.PACKAGE;
    }
}
