package io.neuroglia.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The POMs that users' builds read. They are written with {@code -Prelease} only. */
@EnabledIfSystemProperty(named = "blackbox.published.poms", matches = "true")
class PublishedPomsIT {
    private static final UserFiles REPOSITORY = new UserFiles(Path.of(Settings.of("user.repository"), "io/neuroglia"));

    /** The Invoker plugin adds this module itself and its parent. */
    private static final Set<String> NOT_PUBLISHED = Set.of("neuroglia", "neuroglia-blackbox");

    static List<String> poms() {
        return REPOSITORY.all().stream()
                .filter(file -> file.endsWith(".pom") && !NOT_PUBLISHED.contains(artifactOf(file)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("poms")
    void a_published_pom_needs_nothing_of_our_build(String file) {
        String pom = REPOSITORY.read(file);

        assertThat(pom).contains("<artifactId>neuroglia-");
        assertThat(pom.replace("${project.version}", "its own"))
                .doesNotContain("<parent>")
                .doesNotContain("<properties>")
                .doesNotContain("<build>")
                .doesNotContain("${");
    }

    @Test
    void the_bill_of_materials_lists_every_published_jar() {
        String bill = poms().stream()
                .filter(file -> file.startsWith("neuroglia-bom/"))
                .map(REPOSITORY::read)
                .findFirst()
                .orElseThrow();

        List<String> listed = Pattern.compile("<artifactId>(neuroglia-.*?)</artifactId>")
                .matcher(bill)
                .results()
                .map(match -> match.group(1))
                .filter(name -> !name.equals("neuroglia-bom"))
                .toList();

        assertThat(listed)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(poms().stream()
                        .map(PublishedPomsIT::artifactOf)
                        .filter(name -> !name.equals("neuroglia-bom"))
                        .toList());
    }

    private static String artifactOf(String file) {
        return file.substring(0, file.indexOf('/'));
    }
}
