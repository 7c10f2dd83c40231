package io.neuroglia.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lombok and MapStruct write parts of the classes that ours looks at. */
class NeighbouringProcessorsIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "neuroglia-processor lombok lombok-mapstruct-binding mapstruct-processor",
                "lombok neuroglia-processor mapstruct-processor lombok-mapstruct-binding",
                "lombok-mapstruct-binding lombok mapstruct-processor neuroglia-processor",
                "mapstruct-processor lombok-mapstruct-binding lombok neuroglia-processor"
            })
    void what_they_write_is_seen_in_any_order(String order) {
        List<Path> processors = Stream.of(order.split(" ")).map(Jars::of).toList();
        UserModule module = UserModule.copy("neighbours", folder)
                .sees(Jars.of("lombok"), Jars.of("mapstruct"))
                .processedBy(processors);

        module.compile().succeeded();

        assertThat(module.java("neighbours.Neighbours").succeeded().lines())
                .containsExactly("PizzaView(name=margherita, price=12)", "priced margherita");
    }
}
