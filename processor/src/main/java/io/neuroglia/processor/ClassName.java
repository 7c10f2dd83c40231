package io.neuroglia.processor;

import java.util.Comparator;

/**
 * Name of a class as source code writes it. Names outlive a round of the compiler; its elements do not.
 *
 * @param packageName empty for the unnamed package
 * @param nestedName simple name, with those of enclosing classes before it: {@code Outer.Inner}
 */
record ClassName(String packageName, String nestedName) implements Comparable<ClassName> {
    private static final Comparator<ClassName> ALPHABETICAL =
            Comparator.comparing(ClassName::packageName).thenComparing(ClassName::nestedName);

    String canonicalName() {
        return packageName.isEmpty() ? nestedName : packageName + "." + nestedName;
    }

    /** As {@link Class#getName()} has it. */
    String binaryName() {
        return canonicalName().substring(0, canonicalName().length() - nestedName.length())
                + nestedName.replace('.', '$');
    }

    /** A top-level class beside the outermost one, named after this one. */
    ClassName companion(String suffix) {
        return new ClassName(packageName, nestedName.replace('.', '_') + suffix);
    }

    /** The top-level class around it, or itself. */
    ClassName outermost() {
        int end = nestedName.indexOf('.');
        return end < 0 ? this : new ClassName(packageName, nestedName.substring(0, end));
    }

    /** As short as it can be beside the name of another class. */
    String nameBeside(ClassName other) {
        return nestedName.equals(other.nestedName) ? canonicalName() : nestedName;
    }

    @Override
    public int compareTo(ClassName other) {
        return ALPHABETICAL.compare(this, other);
    }
}
