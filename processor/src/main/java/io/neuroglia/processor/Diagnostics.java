package io.neuroglia.processor;

import io.neuroglia.processor.Diagnostic.Severity;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/** Tells the compiler what was found, each on the element it belongs to. */
final class Diagnostics {
    private final Messager messager;
    private final Elements elements;
    private boolean errorReported;

    Diagnostics(ProcessingEnvironment environment) {
        this.messager = environment.getMessager();
        this.elements = environment.getElementUtils();
    }

    void report(Finding finding) {
        report(finding, finding.member() == null ? elementOf(finding.where()) : finding.member());
    }

    /** Reports what belongs to an element that is no class. */
    void report(Finding finding, @Nullable Element element) {
        if (finding.severity() == Severity.ERROR) {
            errorReported = true;
            print(Kind.ERROR, finding.message(), element);
        } else if (element == null || !Suppression.covers(element, finding.diagnostic())) {
            print(Kind.WARNING, finding.message(), element);
        }
    }

    private void print(Kind kind, String message, @Nullable Element element) {
        if (element == null) {
            messager.printMessage(kind, message);
        } else {
            messager.printMessage(kind, message, element);
        }
    }

    boolean hasErrors() {
        return errorReported;
    }

    private @Nullable Element elementOf(@Nullable ClassName where) {
        return where == null ? null : elements.getTypeElement(where.canonicalName());
    }
}
