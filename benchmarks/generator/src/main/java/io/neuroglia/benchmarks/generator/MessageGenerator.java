package io.neuroglia.benchmarks.generator;

import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic.Kind;

/**
 * Writes what {@link GenerateMessages} asks for, in the round in which it sees the annotation. Processors that look for
 * handlers see the classes in the next round, like sources that people wrote.
 */
public final class MessageGenerator extends AbstractProcessor {
    private static final String COUNT = "messages.count";

    /** For the service loader. */
    public MessageGenerator() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(GenerateMessages.class.getName());
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(COUNT);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (PackageElement asking : ElementFilter.packagesIn(round.getElementsAnnotatedWith(GenerateMessages.class))) {
            try {
                generate(asking, Integer.parseInt(processingEnv.getOptions().get(COUNT)));
            } catch (NumberFormatException e) {
                error("Say how many messages to generate, as in -A" + COUNT + "=1000: " + e.getMessage(), asking);
            } catch (IOException e) {
                error("The messages cannot be written: " + e, asking);
            }
        }
        return false;
    }

    private void generate(PackageElement asking, int count) throws IOException {
        MessageSources sources = new MessageSources(asking.getQualifiedName().toString(), count);
        for (int number = 0; number < count; number++) {
            write(sources.nameOfRequest(number), sources.request(number), asking);
            write(sources.nameOfHandler(number), sources.handler(number), asking);
        }
        write(MessageSources.ALL, sources.all(), asking);
    }

    private void write(String simpleName, String source, PackageElement asking) throws IOException {
        String name = asking.getQualifiedName() + "." + simpleName;
        try (Writer writer =
                processingEnv.getFiler().createSourceFile(name, asking).openWriter()) {
            writer.write(source);
        }
    }

    private void error(String message, PackageElement asking) {
        processingEnv.getMessager().printMessage(Kind.ERROR, message, asking);
    }
}
