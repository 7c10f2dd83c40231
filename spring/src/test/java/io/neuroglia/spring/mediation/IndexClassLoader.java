package io.neuroglia.spring.mediation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A class path that also has these handler indexes on it. */
final class IndexClassLoader {
    private IndexClassLoader() {}

    static ClassLoader with(Path folder, Class<?>... indexes) {
        return with(folder, List.of(indexes).stream().map(Class::getName).toList());
    }

    static ClassLoader with(Path folder, List<String> indexes) {
        Path services = folder.resolve("META-INF/services/io.neuroglia.handler.spi.HandlerIndex");
        try {
            Files.createDirectories(services.getParent());
            Files.write(services, indexes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new URLClassLoader(new URL[] {url(folder)}, IndexClassLoader.class.getClassLoader());
    }

    private static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
