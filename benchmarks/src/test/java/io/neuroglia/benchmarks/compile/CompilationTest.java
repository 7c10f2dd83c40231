package io.neuroglia.benchmarks.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilationTest {

    @TempDir
    private Path classes;

    @Test
    void without_a_processor_the_sources_become_classes_and_nothing_else() {
        new Compilation(ManySources.of(3), classes).run(Processing.NONE);

        assertThat(classes.resolve("shop/Command2Handler.class")).exists();
        assertThat(classes.resolve("META-INF")).doesNotExist();
    }

    @Test
    void our_processor_writes_an_index_and_the_links_of_each_request() {
        new Compilation(ManySources.of(3), classes).run(Processing.NEUROGLIA);

        assertThat(classes.resolve("META-INF/services/io.neuroglia.handler.spi.HandlerIndex"))
                .content()
                .contains("shop.NeurogliaIndex");
        assertThat(classes.resolve("shop/Command2HandlerLinks.class")).exists();
    }
}
