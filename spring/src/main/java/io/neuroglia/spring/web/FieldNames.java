package io.neuroglia.spring.web;

import io.neuroglia.result.FieldError;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.PropertyNamingStrategies.NamingBase;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.json.JsonMapper;

/** Translates paths of fields from Java's names to those on the wire, {@code pizzaItems[0].size} to {@code pizza_items[0].size}. */
final class FieldNames {
    /** A name outside brackets; what is inside is an index or a key, the caller's own. */
    private static final Pattern NAME = Pattern.compile("(?<![^.\\]])[^.\\[\\]]+");

    private final MapperConfig<?> config;

    FieldNames(JsonMapper mapper) {
        config = mapper.serializationConfig();
    }

    List<FieldError> onWire(List<FieldError> errors) {
        return errors.stream()
                .map(error -> new FieldError(onWire(error.field()), error.message()))
                .toList();
    }

    String onWire(String javaPath) {
        return config.getPropertyNamingStrategy() instanceof NamingBase naming
                ? NAME.matcher(javaPath).replaceAll(name -> translated(naming, name.group()))
                : javaPath;
    }

    private String translated(NamingBase naming, String name) {
        return Matcher.quoteReplacement(naming.nameForField(config, null, name));
    }
}
