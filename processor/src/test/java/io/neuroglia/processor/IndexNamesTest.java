package io.neuroglia.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexNamesTest {

    @ParameterizedTest
    @CsvSource({
        "shop/target/classes, ''",
        "shop/target/test-classes, TestClasses",
        "shop/build/classes/java/main, ''",
        "shop/build/classes/java/test, Test",
        "shop/build/classes/java/integrationTest, IntegrationTest",
        "out/production/shop, ''",
        "out/test/shop, Test",
        "out, Out",
        "2.0-classes, 20Classes",
        "/, ''"
    })
    void the_folder_of_the_classes_tells_main_from_test(Path folder, String suffix) {
        assertThat(IndexNames.suffix(folder)).isEqualTo(suffix);
    }

    @Test
    void without_a_folder_there_is_no_suffix() {
        assertThat(IndexNames.suffix(null)).isEmpty();
    }

    @Test
    void a_name_is_chosen_once() {
        ClassName taken = new ClassName("shop", "NeurogliaIndex2");
        IndexNames names = new IndexNames("NeurogliaIndex", null, taken::equals);

        assertThat(names.choose("shop").canonicalName()).isEqualTo("shop.NeurogliaIndex");
        assertThat(names.choose("shop").canonicalName()).isEqualTo("shop.NeurogliaIndex3");
        assertThat(names.choose("").canonicalName()).isEqualTo("NeurogliaIndex");
    }
}
