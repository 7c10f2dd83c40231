package io.neuroglia.data.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.neuroglia.data.DataFailureException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.Version;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.module.SimpleModule;

/** Modules extend the stored form and cannot relax it. */
class FixedFormTest {

    @Test
    void a_module_teaches_a_type() {
        StoredFormat format = StoredJson.withModules(ranges());
        Booking booking = new Booking(new Range(2, 5));

        assertThat(format.write(booking)).isEqualTo("{\"range\":\"2..5\"}");
        assertThat(format.read("{\"range\":\"2..5\"}", Booking.class)).isEqualTo(booking);
        assertThat(StoredJson.write(booking)).isEqualTo("{\"range\":{\"from\":2,\"to\":5}}");
    }

    @Test
    void modules_add_up() {
        StoredFormat format = StoredFormat.standard().with(ranges()).with(new SimpleModule("another"));

        assertThat(format.write(new Booking(new Range(2, 5)))).isEqualTo("{\"range\":\"2..5\"}");
    }

    @Test
    void a_module_cannot_relax_how_values_are_read() {
        StoredFormat format = StoredJson.withModules(new Relaxing());

        for (String wrong : List.of(
                "{\"size\":\"SMALL\",\"count\":1}",
                "{\"size\":\"tiny\",\"count\":1,\"amount\":1}",
                "{\"size\":0,\"count\":1,\"amount\":1}",
                "{\"size\":\"SMALL\",\"count\":null,\"amount\":1}",
                "{\"size\":\"SMALL\",\"count\":1.5,\"amount\":1}",
                "{\"size\":\"SMALL\",\"count\":[1],\"amount\":1}")) {
            assertThatThrownBy(() -> format.read(wrong, Sample.class))
                    .as(wrong)
                    .isInstanceOf(DataFailureException.class);
        }
        assertThat(format.read("{\"size\":\"SMALL\",\"count\":1,\"amount\":1,\"more\":1}", Sample.class)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void a_module_cannot_relax_how_values_are_written() {
        StoredFormat format = StoredJson.withModules(new Relaxing());
        Timed timed = new Timed(Instant.EPOCH, Size.SMALL, new BigDecimal("0.0000000010"));

        assertThat(format.write(timed)).isEqualTo(StoredJson.write(timed));
        assertThatThrownBy(() -> format.write(new Timed(Instant.EPOCH, Size.SMALL, new BigDecimal("1E+3"))))
                .isInstanceOf(DataFailureException.class)
                .hasMessageContaining("setScale(0)");
        assertThatThrownBy(() -> format.write(Map.of("at", Instant.EPOCH))).isInstanceOf(DataFailureException.class);
    }

    @Test
    void what_a_module_writes_is_read_back_each_time() {
        SimpleModule lossy = new SimpleModule("lossy");
        lossy.addSerializer(String.class, new ValueSerializer<>() {
            @Override
            public void serialize(String value, JsonGenerator out, SerializationContext context) {
                out.writeString(value.length() > 3 ? value.substring(0, 3) : value);
            }
        });
        StoredFormat format = StoredJson.withModules(lossy);
        format.write(new Text("abc"));

        assertThatThrownBy(() -> format.write(new Text("abcd")))
                .isInstanceOf(DataFailureException.class)
                .hasMessageContaining("at text");
    }

    private static SimpleModule ranges() {
        SimpleModule ranges = new SimpleModule("ranges");
        ranges.addSerializer(Range.class, new ValueSerializer<>() {
            @Override
            public void serialize(Range range, JsonGenerator out, SerializationContext context) {
                out.writeString(range.from() + ".." + range.to());
            }
        });
        ranges.addDeserializer(Range.class, new ValueDeserializer<>() {
            @Override
            public Range deserialize(JsonParser in, DeserializationContext context) {
                String[] ends = in.getString().split("\\.\\.");
                return new Range(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
            }
        });
        return ranges;
    }

    /** Tries whatever a module can reach. */
    private static final class Relaxing extends JacksonModule {
        @Override
        public String getModuleName() {
            return "relaxing";
        }

        @Override
        public Version version() {
            return Version.unknownVersion();
        }

        @Override
        public void setupModule(SetupContext context) {
            MapperBuilder<?, ?> builder = (MapperBuilder<?, ?>) context.getOwner();
            builder.disable(
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
            builder.enable(
                    DeserializationFeature.ACCEPT_FLOAT_AS_INT,
                    DeserializationFeature.UNWRAP_SINGLE_VALUE_ARRAYS,
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
            builder.enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL, EnumFeature.WRITE_ENUMS_USING_TO_STRING);
            builder.disable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
            builder.enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS);
            builder.changeDefaultPropertyInclusion(
                    inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_DEFAULT));
            builder.activateDefaultTyping(
                    BasicPolymorphicTypeValidator.builder()
                            .allowIfBaseType(Object.class)
                            .build(),
                    DefaultTyping.NON_FINAL);
            context.addHandler(new DeserializationProblemHandler() {
                @Override
                public Object handleWeirdStringValue(
                        DeserializationContext ignored, Class<?> type, String value, String failure) {
                    return Size.SMALL;
                }
            });
            context.insertAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
                    return false;
                }
            });
        }
    }

    record Range(int from, int to) {}

    record Booking(Range range) {}

    record Text(String text) {}

    enum Size {
        SMALL;

        @Override
        public String toString() {
            return "tiny";
        }
    }

    record Sample(
            Size size,
            int count,
            BigDecimal amount,
            @Nullable String note) {}

    record Timed(Instant at, Size size, BigDecimal amount) {}
}
