package io.neuroglia.spring.web;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** What an input of a type must look like, in words for a caller who does not know Java. */
final class ExpectedInput {
    static final String INVALID = "is not valid";

    private static final String OBJECT = "must be an object";
    private static final String DATE_TIME = "must be a date and time such as 2026-01-31T18:30:00Z";
    private static final List<Class<?>> WHOLE_NUMBERS =
            List.of(Byte.class, Short.class, Integer.class, Long.class, BigInteger.class);
    private static final List<Class<?>> NUMBERS = List.of(Float.class, Double.class, BigDecimal.class, Number.class);
    private static final Map<Class<?>, String> DEMANDS = Map.of(
            Boolean.class, "must be true or false",
            String.class, "must be a string",
            LocalDate.class, "must be a date such as 2026-01-31",
            LocalTime.class, "must be a time such as 18:30",
            LocalDateTime.class, "must be a date and time such as 2026-01-31T18:30:00",
            Instant.class, DATE_TIME,
            OffsetDateTime.class, DATE_TIME,
            ZonedDateTime.class, DATE_TIME,
            Duration.class, "must be a duration such as PT15M",
            UUID.class, "must be a UUID");

    private final JsonMapper mapper;

    ExpectedInput(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** What a JSON value should have been. */
    String demandOf(MismatchedInputException misfit) {
        if (misfit.getCurrentToken() == JsonToken.VALUE_NULL) {
            return "must not be null";
        }
        if (misfit.getCurrentToken() == JsonToken.END_OBJECT) {
            return "is required";
        }
        String demand = demandOf(misfit.getTargetType());
        return demand.equals(OBJECT) && isText(misfit) ? INVALID : demand;
    }

    /** Whether a class that is written as a string, such as an amount of money, refused what the string says. */
    private static boolean isText(MismatchedInputException misfit) {
        return misfit instanceof InvalidFormatException format
                && format.getValue() instanceof String text
                && !text.isEmpty();
    }

    /** What a parameter should have been. */
    String demandOf(@Nullable Class<?> type) {
        if (type == null) {
            return INVALID;
        }
        Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
        if (WHOLE_NUMBERS.contains(boxed)) {
            return "must be a whole number";
        }
        if (NUMBERS.contains(boxed)) {
            return "must be a number";
        }
        String demand = DEMANDS.get(boxed);
        return demand == null ? structure(boxed) : demand;
    }

    private String structure(Class<?> type) {
        if (type.isEnum()) {
            return "must be one of " + constants(type);
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "must be a list";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? OBJECT : INVALID;
    }

    private String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(this::onWire).collect(Collectors.joining(", "));
    }

    private String onWire(Object constant) {
        try {
            return mapper.convertValue(constant, String.class);
        } catch (JacksonException notAString) {
            return constant.toString();
        }
    }
}
