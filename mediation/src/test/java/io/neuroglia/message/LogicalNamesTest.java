package io.neuroglia.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LogicalNamesTest {

    @Test
    void a_declared_name_is_taken() {
        assertThat(LogicalNames.of(Renamed.class)).isEqualTo("order-placed");
    }

    @Test
    void else_it_is_the_simple_name_without_the_package() {
        assertThat(LogicalNames.of(LogicalNamesTest.class)).isEqualTo("LogicalNamesTest");
    }

    @Test
    void a_nested_class_is_named_with_those_around_it() {
        assertThat(LogicalNames.of(Outer.Inner.class)).isEqualTo("LogicalNamesTest.Outer.Inner");
    }

    @Test
    void a_subclass_does_not_inherit_the_name() {
        assertThat(LogicalNames.of(Heir.class)).isEqualTo("LogicalNamesTest.Heir");
    }

    @Test
    void version_and_former_names_are_those_declared() {
        assertThat(LogicalNames.versionOf(Changed.class)).isEqualTo(3);
        assertThat(LogicalNames.aliasesOf(Changed.class)).containsExactly("order-settled", "order-closed");
    }

    @Test
    void else_it_is_the_first_version_and_had_no_other_name() {
        assertThat(LogicalNames.versionOf(Outer.class)).isOne();
        assertThat(LogicalNames.aliasesOf(Outer.class)).isEmpty();
        assertThat(LogicalNames.versionOf(Renamed.class)).isOne();
    }

    @Test
    void a_missing_class_is_refused() {
        assertThatThrownBy(() -> LogicalNames.of(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("type");
    }

    @LogicalName("order-placed")
    private static class Renamed {}

    @LogicalName(
            value = "order-paid",
            version = 3,
            aliases = {"order-settled", "order-closed"})
    private static final class Changed {}

    private static final class Heir extends Renamed {}

    private static final class Outer {
        private static final class Inner {}
    }
}
