package io.neuroglia.processor;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Chooses names for indexes. The main and the test classes of a module share their packages, and so may two modules; an
 * index with the name of another would hide it.
 */
final class IndexNames {
    private static final Set<String> MAIN_FOLDERS = Set.of("classes", "main");

    private final String baseName;
    private final Predicate<ClassName> isTaken;
    private final NavigableSet<ClassName> chosen = new TreeSet<>();

    /**
     * Starts with a compilation.
     *
     * @param prefix with which all names begin
     * @param folder where the classes go, if known
     * @param isTaken whether there is a class of this name that will not be overwritten
     */
    IndexNames(String prefix, @Nullable Path folder, Predicate<ClassName> isTaken) {
        this.baseName = prefix + suffix(folder);
        this.isTaken = isTaken;
    }

    ClassName choose(String packageName) {
        ClassName name = new ClassName(packageName, baseName);
        for (int number = 2; chosen.contains(name) || isTaken.test(name); number++) {
            name = new ClassName(packageName, baseName + number);
        }
        chosen.add(name);
        return name;
    }

    /** All names chosen so far. */
    NavigableSet<ClassName> chosen() {
        return chosen;
    }

    /** Nothing for main classes; {@code TestClasses} for {@code target/test-classes}. */
    static String suffix(@Nullable Path folder) {
        String last = lastOf(folder);
        if (folder == null || MAIN_FOLDERS.contains(last)) {
            return "";
        }
        return switch (lastOf(folder.getParent())) {
            // IntelliJ's own build: out/production/module and out/test/module
            case "production" -> "";
            case "test" -> "Test";
            default -> capitalized(last);
        };
    }

    private static String lastOf(@Nullable Path folder) {
        Path last = folder == null ? null : folder.getFileName();
        return last == null ? "" : last.toString();
    }

    private static String capitalized(String folder) {
        return Arrays.stream(folder.split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
