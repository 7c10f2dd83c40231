package io.neuroglia.data.json;

import java.io.Serial;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.Version;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleAbstractTypeResolver;
import tools.jackson.databind.module.SimpleSerializers;

/**
 * What is fixed about the stored form. A module that Jackson sets up after all others, so that what they have changed is
 * put back.
 */
final class FixedForm extends JacksonModule {
    /** Of the reader. What could exceed them is refused on write; the writer knows only one of these limits itself. */
    static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(StreamReadConstraints.DEFAULT_MAX_DEPTH)
            .maxNumberLength(StreamReadConstraints.DEFAULT_MAX_NUM_LEN)
            .maxStringLength(StreamReadConstraints.DEFAULT_MAX_STRING_LEN)
            .maxNameLength(StreamReadConstraints.DEFAULT_MAX_NAME_LEN)
            .maxDocumentLength(StreamReadConstraints.DEFAULT_MAX_DOC_LEN)
            .maxTokenCount(StreamReadConstraints.DEFAULT_MAX_TOKEN_COUNT)
            .build();

    private FixedForm() {}

    static JsonMapper mapper(List<JacksonModule> modules) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(LIMITS)
                .streamWriteConstraints(StreamWriteConstraints.builder()
                        .maxNestingDepth(LIMITS.getMaxNestingDepth())
                        .build())
                .build();
        return JsonMapper.builder(factory)
                .addModules(modules)
                .addModule(new FixedForm())
                .build();
    }

    @Override
    public String getModuleName() {
        return FixedForm.class.getName();
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        MapperBuilder<?, ?> builder = (MapperBuilder<?, ?>) context.getOwner();
        fixReading(builder);
        fixWriting(builder);
        fixTexts(builder);
        builder.clearProblemHandlers();
        builder.deactivateDefaultTyping();
        context.insertAnnotationIntrospector(new RequiredComponents());
        context.addSerializers(new SimpleSerializers(List.of(new ExactDecimals())));
        context.addAbstractTypeResolver(new KeptOrder());
    }

    private static void fixReading(MapperBuilder<?, ?> builder) {
        builder.enable(
                DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_INVALID_SUBTYPE,
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                DeserializationFeature.FAIL_ON_MISSING_EXTERNAL_TYPE_ID_PROPERTY,
                DeserializationFeature.FAIL_ON_UNRESOLVED_OBJECT_IDS,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.WRAP_EXCEPTIONS);
        builder.disable(
                DeserializationFeature.USE_BIG_INTEGER_FOR_INTS,
                DeserializationFeature.USE_LONG_FOR_INTS,
                DeserializationFeature.USE_JAVA_ARRAY_FOR_JSON_ARRAY,
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
                DeserializationFeature.UNWRAP_SINGLE_VALUE_ARRAYS,
                DeserializationFeature.UNWRAP_ROOT_VALUE,
                DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT,
                DeserializationFeature.ACCEPT_EMPTY_ARRAY_AS_NULL_OBJECT,
                DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        builder.disable(
                MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES,
                MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS,
                MapperFeature.ACCEPT_CASE_INSENSITIVE_VALUES,
                MapperFeature.USE_BASE_TYPE_AS_DEFAULT_IMPL);
        builder.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
    }

    /** Methods of records that are no components, and get methods of which nothing could be set, are not written. */
    private static void fixWriting(MapperBuilder<?, ?> builder) {
        builder.enable(
                MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY,
                MapperFeature.REQUIRE_SETTERS_FOR_GETTERS,
                MapperFeature.USE_ANNOTATIONS);
        builder.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN);
        builder.enable(SerializationFeature.FAIL_ON_SELF_REFERENCES, SerializationFeature.WRAP_EXCEPTIONS);
        builder.disable(
                SerializationFeature.WRAP_ROOT_VALUE,
                SerializationFeature.INDENT_OUTPUT,
                SerializationFeature.WRITE_SELF_REFERENCES_AS_NULL,
                SerializationFeature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED,
                SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    /** Features of different kinds are set by calls of their own: Jackson takes all of one call for one kind. */
    private static void fixTexts(MapperBuilder<?, ?> builder) {
        builder.enable(DateTimeFeature.WRITE_DATES_WITH_ZONE_ID);
        builder.disable(
                DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS,
                DateTimeFeature.WRITE_DATE_KEYS_AS_TIMESTAMPS,
                DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS,
                DateTimeFeature.WRITE_DATES_WITH_CONTEXT_TIME_ZONE,
                DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE,
                DateTimeFeature.NORMALIZE_DESERIALIZED_ZONE_ID,
                DateTimeFeature.TRUNCATE_TO_MSECS_ON_READ,
                DateTimeFeature.TRUNCATE_TO_MSECS_ON_WRITE);
        builder.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        builder.disable(
                EnumFeature.WRITE_ENUMS_USING_TO_STRING,
                EnumFeature.WRITE_ENUMS_USING_INDEX,
                EnumFeature.WRITE_ENUM_KEYS_USING_INDEX,
                EnumFeature.WRITE_ENUMS_TO_LOWERCASE,
                EnumFeature.READ_ENUMS_USING_TO_STRING,
                EnumFeature.READ_ENUM_KEYS_USING_INDEX,
                EnumFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL,
                EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE);
    }

    /** Reads a set in the order in which it was written. */
    private static final class KeptOrder extends SimpleAbstractTypeResolver {
        @Serial
        private static final long serialVersionUID = 1L;

        KeptOrder() {
            addMapping(Set.class, LinkedHashSet.class);
        }
    }
}
