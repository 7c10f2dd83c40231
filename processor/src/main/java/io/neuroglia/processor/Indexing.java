package io.neuroglia.processor;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * One compilation. An index is written as early as it can be, because what is written in the last round is not processed
 * any more; a package waits while another processor still has to write a type that one of its classes needs. The checks
 * wait for the last round, when all classes are known.
 */
final class Indexing {
    private final ProcessingEnvironment environment;
    private final Diagnostics diagnostics;
    private final MissingPolicy missing;
    private final ClassOutput output;
    private final EarlierIndexes earlier;
    private final IndexNames indexNames;
    private final MappingIndexing mappings;

    /** The classes of this compilation's sources. */
    private final NavigableSet<ClassName> declared = new TreeSet<>();

    /** Those whose package waits. */
    private final NavigableSet<ClassName> waiting = new TreeSet<>();

    private final NavigableSet<ClassName> indexed = new TreeSet<>();

    private @Nullable String moduleName;

    Indexing(ProcessingEnvironment environment, Diagnostics diagnostics, MissingPolicy missing) throws IOException {
        this.environment = environment;
        this.diagnostics = diagnostics;
        this.missing = missing;
        this.output = new ClassOutput(environment.getFiler());
        this.earlier = EarlierIndexes.read(output);
        this.indexNames = new IndexNames(
                "NeurogliaIndex", output.folder(), index -> earlier.isTaken(index, declared, elements()));
        this.mappings = new MappingIndexing(environment, diagnostics, output);
    }

    /** Tells of a module whose declaration is being compiled; one that is only extended, as by tests, is none. */
    void module(ModuleElement module) {
        moduleName = module.getQualifiedName().toString();
    }

    /** Writes the indexes of all packages that can be judged. */
    void round(Set<ClassName> sources) {
        declared.addAll(sources);
        mappings.round(sources);
        NavigableSet<ClassName> pending = new TreeSet<>(waiting);
        pending.addAll(sources);
        pending.addAll(earlier.classesBeside(declared, elements()));
        pending.removeAll(indexed);

        CompilationModel model = HandlerScanner.scan(pending, waiting, environment);
        Set<String> unresolved =
                unresolvedSources(model).stream().map(ClassName::packageName).collect(toSet());
        IndexEntry.byPackage(model, missing).forEach((packageName, entries) -> {
            if (!unresolved.contains(packageName)) {
                writeIndex(indexNames.choose(packageName), entries, byHand(entries, model));
            }
        });
        waiting.clear();
        pending.stream().filter(name -> unresolved.contains(name.packageName())).forEach(waiting::add);
    }

    /** Reports what is wrong in the whole compilation, and makes its indexes known if nothing is. */
    void finish(boolean otherErrors) throws IOException {
        NavigableSet<ClassName> all = new TreeSet<>(declared);
        all.addAll(earlier.classesBeside(declared, elements()));
        CompilationModel model = HandlerScanner.scan(all, all, environment);
        boolean complete = !otherErrors && unresolvedSources(model).isEmpty();
        Checks.of(model, missing, complete).stream()
                .filter(finding -> finding.where() == null || declared.contains(finding.where()))
                .forEach(diagnostics::report);
        if (complete && moduleName != null) {
            ModuleServices.of(elements().getModuleElement(moduleName)).check(indexNames.chosen(), diagnostics);
        }
        if (complete) {
            ApplicationClass.among(declared, elements()).ifPresent(application -> checkWhole(application, all));
        }
        if (complete && model.failures().isEmpty()) {
            ShapeChecks.of(declared, environment).forEach(diagnostics::report);
            mappings.check();
        }
        if (complete && !diagnostics.hasErrors()) {
            NavigableSet<ClassName> known = new TreeSet<>(indexed);
            model.handlers().forEach(handler -> known.add(handler.name())); // also those that are not indexed
            earlier.replace(output, indexNames.chosen(), known);
            mappings.publish();
        }
    }

    /** Checks this compilation together with all modules that it sees. */
    private void checkWhole(ApplicationClass application, NavigableSet<ClassName> own) {
        NavigableSet<ClassName> all = new TreeSet<>(own);
        all.addAll(new IndexPointers(elements()).indexedClasses());
        CompilationModel whole = HandlerScanner.scan(all, all, environment);
        ApplicationChecks.of(application, own, whole, missing).forEach(diagnostics::report);
    }

    /** What this compilation knows, for checks that follow when its sources are understood. For the last round. */
    KnownMappings knownMappings() throws IOException {
        Path folder = output.folder();
        return KnownMappings.of(declared, mappings.all(), missing, sources -> ClassOutput.holdsOther(folder, sources));
    }

    private void writeIndex(ClassName index, NavigableSet<IndexEntry> entries, NavigableSet<ClassName> byHand) {
        List<ClassName> subjects = entries.stream().map(IndexEntry::subject).toList();
        indexed.addAll(subjects);
        try {
            Element[] origins = subjects.stream()
                    .map(name -> elements().getTypeElement(name.canonicalName()))
                    .toArray(Element[]::new);
            String text = IndexWriter.write(index, entries, byHand, isGeneratedVisible(elements(), origins[0]));
            output.writeSource(index, text, origins);
            if (elements().getModuleOf(origins[0]).isUnnamed()) {
                output.writeSource(
                        IndexPointers.pointerTo(index),
                        IndexPointers.write(index, isGeneratedVisible(elements(), origins[0])),
                        origins);
            }
            for (IndexEntry entry : entries) {
                writeLinks(entry, isGeneratedVisible(elements(), origins[0]));
            }
        } catch (IOException | RuntimeException e) {
            diagnostics.report(Finding.failure(index.canonicalName(), subjects.get(0), e));
        }
    }

    /** The handlers that the application registers itself, of requests that the index therefore leaves to it. */
    private static NavigableSet<ClassName> byHand(NavigableSet<IndexEntry> entries, CompilationModel model) {
        NavigableSet<ClassName> names = new TreeSet<>();
        entries.stream()
                .filter(entry -> entry.kind() == IndexEntry.Kind.HANDLED_ELSEWHERE)
                .flatMap(entry -> model.handlersOf(entry.message()).stream())
                .forEach(handler -> names.add(handler.name()));
        return names;
    }

    private void writeLinks(IndexEntry entry, boolean generatedVisible) throws IOException {
        ClassName links = entry.links();
        if (links != null) {
            Element origin = elements().getTypeElement(entry.subject().canonicalName());
            output.writeSource(links, LinksWriter.write(links, entry, generatedVisible), origin);
        }
    }

    /** Whether the module of a class can see the mark of generated code. */
    static boolean isGeneratedVisible(Elements elements, Element from) {
        String generated = "javax.annotation.processing.Generated";
        return elements.getTypeElement(elements.getModuleOf(from), generated) != null;
    }

    /** An earlier class that does not fit any more is no reason to wait: it will be compiled again. */
    private Set<ClassName> unresolvedSources(CompilationModel model) {
        return model.unresolved().stream().filter(declared::contains).collect(toSet());
    }

    private Elements elements() {
        return environment.getElementUtils();
    }
}
