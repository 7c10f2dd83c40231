package io.neuroglia.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSettingsTest {

    @Test
    void a_chosen_setting_overrides_our_default() {
        assertThat(new ServerSettings(Map.of("max_connections", "7"), true).commandLine(5432))
                .containsOnlyOnce("max_connections")
                .contains("max_connections=7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes", "PORT", "listen_addresses"})
    void a_setting_that_is_ours_cannot_be_chosen(String setting) {
        assertThatThrownBy(() -> new ServerSettings(Map.of(setting, "off"), true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(setting);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "work mem", "work_mem=1;", "$(touch)", "-c"})
    void a_name_that_is_no_setting_is_refused(String name) {
        assertThatThrownBy(() -> new ServerSettings(Map.of(name, "1"), true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + name + "' is not the name of a PostgreSQL setting");
    }
}
