package io.neuroglia.processor;

import static java.util.stream.Collectors.toCollection;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.FileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Reads and writes files beside the compiled classes, and sources to be compiled with them. */
final class ClassOutput {
    private static final String COMMENT = "#";

    private final Filer filer;
    private final @Nullable Path folder;

    ClassOutput(Filer filer) throws IOException {
        this.filer = filer;
        this.folder = folderOf(anyFile(filer).toUri());
    }

    /** Where the classes go, or null where the compiler does not write to a file system. */
    @Nullable
    Path folder() {
        return folder;
    }

    private static @Nullable Path folderOf(URI file) {
        return "file".equals(file.getScheme()) ? Path.of(file).getParent() : null;
    }

    /** A file beside the classes that nobody reads or writes: only where it would be is of interest. */
    private static FileObject anyFile(Filer filer) throws IOException {
        try {
            return filer.getResource(StandardLocation.CLASS_OUTPUT, "", "folder");
        } catch (FileNotFoundException | NoSuchFileException notThere) {
            // Eclipse's compiler shows only files that exist, but announces others without writing them.
            return filer.createResource(StandardLocation.CLASS_OUTPUT, "", "folder");
        }
    }

    /** Whether a folder has classes of other sources: those that a compilation leaves as they are. */
    static boolean holdsOther(@Nullable Path folder, Set<ClassName> sources) throws IOException {
        if (folder == null || !Files.isDirectory(folder)) {
            return false;
        }
        Set<String> own = new TreeSet<>();
        sources.forEach(source -> own.add(source.outermost().canonicalName()));
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .map(file -> file.replaceFirst("(\\$.*)?\\.class$", "").replace(File.separatorChar, '.'))
                    .anyMatch(name -> !own.contains(name));
        }
    }

    /** The lines of a file that an earlier compilation wrote; none if there was none. */
    Set<String> readLines(String file) throws IOException {
        try {
            CharSequence text =
                    filer.getResource(StandardLocation.CLASS_OUTPUT, "", file).getCharContent(false);
            return text.toString()
                    .lines()
                    .filter(line -> !line.startsWith(COMMENT))
                    .collect(toCollection(TreeSet::new));
        } catch (FileNotFoundException | NoSuchFileException firstCompilation) {
            return Set.of();
        }
    }

    /** Writes a file of lines. No source is named as its origin, lest a tool delete it when that source changes. */
    void writeLines(String file, Collection<String> lines) throws IOException {
        try (Writer writer =
                filer.createResource(StandardLocation.CLASS_OUTPUT, "", file).openWriter()) {
            writer.write(COMMENT + " Written by neuroglia-processor.\n");
            for (String line : lines) {
                writer.write(line + "\n");
            }
        }
    }

    /** Writes the source of a class. */
    void writeSource(ClassName name, String text, Element... origins) throws IOException {
        try (Writer writer =
                filer.createSourceFile(name.canonicalName(), origins).openWriter()) {
            writer.write(text);
        }
    }
}
