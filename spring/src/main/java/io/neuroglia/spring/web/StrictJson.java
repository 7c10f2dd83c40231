package io.neuroglia.spring.web;

import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON is taken as it is written: no value is converted to another type, no key counts twice, nothing follows the end.
 * Unknown fields are ignored, so that clients may be newer than the server.
 */
final class StrictJson implements JsonMapperBuilderCustomizer {
    private static final List<CoercionInputShape> NUMBERS =
            List.of(CoercionInputShape.Integer, CoercionInputShape.Float);
    private static final List<CoercionInputShape> STRINGS =
            List.of(CoercionInputShape.String, CoercionInputShape.EmptyString);

    @Override
    public void customize(JsonMapper.Builder builder) {
        builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfigDefaults(every -> refuse(every, List.of(CoercionInputShape.EmptyString)))
                .withCoercionConfig(LogicalType.Textual, StrictJson::onlyStrings)
                .withCoercionConfig(LogicalType.Boolean, only -> refuse(only, NUMBERS, STRINGS))
                .withCoercionConfig(
                        LogicalType.Integer,
                        only -> refuse(only, List.of(CoercionInputShape.Float, CoercionInputShape.Boolean), STRINGS))
                .withCoercionConfig(
                        LogicalType.Float, only -> refuse(only, List.of(CoercionInputShape.Boolean), STRINGS));
    }

    private static void onlyStrings(MutableCoercionConfig text) {
        refuse(text, NUMBERS, List.of(CoercionInputShape.Boolean));
        text.setCoercion(CoercionInputShape.EmptyString, CoercionAction.TryConvert);
    }

    @SafeVarargs
    private static void refuse(MutableCoercionConfig target, List<CoercionInputShape>... shapes) {
        for (List<CoercionInputShape> some : shapes) {
            some.forEach(shape -> target.setCoercion(shape, CoercionAction.Fail));
        }
    }
}
