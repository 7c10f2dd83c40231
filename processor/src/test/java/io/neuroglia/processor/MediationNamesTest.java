package io.neuroglia.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.handler.spi.HandlerIndex;
import io.neuroglia.handler.spi.HandlerIndexVisitor;
import io.neuroglia.mapping.spi.MappingIndex;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The names that the processor knows are those that mediation has. */
class MediationNamesTest {

    @Test
    void every_name_is_that_of_a_class() throws Exception {
        List<Field> names = Stream.of(MediationNames.class.getDeclaredFields())
                .filter(field -> !field.isSynthetic()) // tools that measure tests add their own
                .toList();
        assertThat(names).isNotEmpty();

        for (Field name : names) {
            if (!name.getName().endsWith("_SERVICE")) {
                String value = (String) name.get(null);
                assertThat(Class.forName(value).getName()).isEqualTo(value);
            }
        }
    }

    @Test
    void the_services_are_the_indexes() {
        assertThat(MediationNames.INDEX_SERVICE).isEqualTo("META-INF/services/" + HandlerIndex.class.getName());
        assertThat(MediationNames.MAPPING_SERVICE).isEqualTo("META-INF/services/" + MappingIndex.class.getName());
    }

    @Test
    void an_index_can_say_all_that_the_visitor_listens_to() {
        assertThat(IndexEntry.Kind.values())
                .extracting(IndexEntry.Kind::visitorMethod)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(HandlerIndexVisitor.class.getDeclaredMethods())
                        .map(Method::getName)
                        .toList());
    }
}
