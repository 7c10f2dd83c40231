package io.neuroglia.behavior.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neuroglia.message.Query;
import io.neuroglia.result.OperationResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

class AnswerTypeTest {

    @Test
    void collections_are_told_by_their_declaration() {
        assertThat(AnswerType.of(Lists.class)).isEqualTo(AnswerType.LIST);
        assertThat(AnswerType.of(Collections.class)).isEqualTo(AnswerType.LIST);
        assertThat(AnswerType.of(Sets.class)).isEqualTo(AnswerType.SET);
        assertThat(AnswerType.of(Maps.class)).isEqualTo(AnswerType.MAP);
        assertThat(AnswerType.of(Texts.class)).isEqualTo(AnswerType.VALUE);
    }

    @Test
    void a_special_collection_stays_what_it_is() {
        assertThat(AnswerType.of(Sorted.class)).isEqualTo(AnswerType.VALUE);
        assertThat(AnswerType.of(Arrayed.class)).isEqualTo(AnswerType.VALUE);
    }

    @Test
    void a_declaration_is_found_over_several_levels() {
        assertThat(AnswerType.of(Orders.class)).isEqualTo(AnswerType.LIST);
        assertThat(AnswerType.of(Prices.class)).isEqualTo(AnswerType.MAP);
    }

    @Test
    void a_copy_keeps_order_and_nulls_and_cannot_be_changed() {
        List<Object> list = new ArrayList<>(Arrays.asList("b", null, "a"));
        Set<Object> set = new LinkedHashSet<>(list);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("b", null);
        map.put("a", 1);

        Object copiedList = AnswerType.LIST.copyOf(list);
        Object copiedSet = AnswerType.SET.copyOf(set);
        Object copiedMap = AnswerType.MAP.copyOf(map);

        assertThat(copiedList).isEqualTo(list).isNotSameAs(list);
        assertThat(((Set<?>) copiedSet).toArray()).containsExactly("b", null, "a");
        assertThat(((Map<?, ?>) copiedMap).keySet().toArray()).containsExactly("b", "a");
        assertThatThrownBy(() -> ((List<?>) copiedList).remove(0)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((Set<?>) copiedSet).remove("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((Map<?, ?>) copiedMap).remove("a")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_failure_stays_as_it_is() {
        OperationResult<List<String>> failure = OperationResult.notFound("Menu");

        assertThat(AnswerType.LIST.unmodifiable(failure)).isSameAs(failure);
    }

    record Lists() implements Query<List<String>> {}

    record Collections() implements Query<Collection<String>> {}

    record Sets() implements Query<Set<String>> {}

    record Maps() implements Query<Map<String, Integer>> {}

    record Texts() implements Query<String> {}

    record Sorted() implements Query<SortedSet<String>> {}

    record Arrayed() implements Query<ArrayList<String>> {}

    interface Page<E> extends Query<List<E>> {}

    interface Named<X, E> extends Page<E> {}

    record Orders() implements Named<Integer, String> {}

    interface Any<T> extends Query<T> {}

    record Prices() implements Any<Map<String, Integer>> {}
}
