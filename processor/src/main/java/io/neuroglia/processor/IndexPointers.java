package io.neuroglia.processor;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * How the compilation of the application finds the indexes of all modules that it sees. A named module says in its
 * {@code module-info} which it provides. All others leave a class, which points to the index, in one of 256 packages whose
 * names the processor knows: a single package would lie in two modules as soon as two such jars became automatic modules,
 * and that the Java runtime refuses.
 */
final class IndexPointers {
    private static final int PACKAGES = 256;

    private final Elements elements;

    IndexPointers(Elements elements) {
        this.elements = elements;
    }

    /** The class that points to an index. */
    static ClassName pointerTo(ClassName index) {
        String name = index.canonicalName();
        return new ClassName(packageOf(Math.floorMod(name.hashCode(), PACKAGES)), name.replace('.', '_'));
    }

    /**
     * The source of that class.
     *
     * @param generatedVisible whether the module being compiled can see {@code javax.annotation.processing.Generated}
     */
    static String write(ClassName index, boolean generatedVisible) {
        ClassName pointer = pointerTo(index);
        return """
            package {package};

            import io.neuroglia.handler.spi.IndexPointer;
            {import}
            /** Leads the compilation of an application to an index. */
            {mark}@IndexPointer("{index}")
            interface {name} {}
            """.replace("{package}", pointer.packageName())
                .replace("{import}", generatedVisible ? IndexWriter.IMPORT : "")
                .replace("{mark}", generatedVisible ? IndexWriter.MARK : "")
                .replace("{index}", index.canonicalName())
                .replace("{name}", pointer.nestedName());
    }

    /** The classes that all indexes on the class path and module path name. */
    NavigableSet<ClassName> indexedClasses() {
        NavigableSet<ClassName> names = new TreeSet<>();
        Stream.concat(pointedTo(), provided())
                .flatMap(index -> SourceType.texts(index, MediationNames.INDEXED))
                .flatMap(name -> Stream.ofNullable(elements.getTypeElement(name)))
                .map(element -> new SourceType(element).name())
                .forEach(names::add);
        return names;
    }

    private Stream<TypeElement> pointedTo() {
        return modulesWithPointers()
                .flatMap(this::packagesIn)
                .map(PackageElement::getEnclosedElements)
                .flatMap(classes -> ElementFilter.typesIn(classes).stream())
                .flatMap(pointer -> SourceType.texts(pointer, MediationNames.INDEX_POINTER))
                .flatMap(index -> Stream.ofNullable(elements.getTypeElement(index)));
    }

    private Stream<PackageElement> packagesIn(ModuleElement module) {
        return IntStream.range(0, PACKAGES)
                .mapToObj(number -> Optional.ofNullable(elements.getPackageElement(module, packageOf(number))))
                .flatMap(Optional::stream);
    }

    /** Without the many of Java itself: to look for each package in each of them takes longer than all other checks. */
    private Stream<? extends ModuleElement> modulesWithPointers() {
        return elements.getAllModuleElements().stream()
                .filter(module -> !JdkTypes.isModule(module.getQualifiedName().toString()));
    }

    private Stream<TypeElement> provided() {
        return elements.getAllModuleElements().stream()
                .flatMap(module -> ElementFilter.providesIn(module.getDirectives()).stream())
                .filter(provides ->
                        provides.getService().getQualifiedName().contentEquals(MediationNames.HANDLER_INDEX))
                .flatMap(provides -> provides.getImplementations().stream());
    }

    private static String packageOf(int number) {
        return "io.neuroglia.indexed.b%02x".formatted(number);
    }
}
