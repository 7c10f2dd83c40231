package io.neuroglia.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleFinder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the jars say of themselves as modules. */
class PublishedModulesIT {

    @ParameterizedTest
    @CsvSource({
        "neuroglia-mediation, io.neuroglia.mediation",
        "neuroglia-processor, io.neuroglia.processor",
        "neuroglia-behaviors, io.neuroglia.behaviors",
        "neuroglia-data, io.neuroglia.data",
        "neuroglia-postgres-embedded, io.neuroglia.postgres",
        "neuroglia-testing, io.neuroglia.testing",
        "neuroglia-spring-boot-starter, io.neuroglia.spring"
    })
    void a_jar_is_a_module_whose_name_stays(String artifact, String name) {
        assertThat(ModuleFinder.of(Jars.of(artifact)).find(name)).isPresent();
    }
}
