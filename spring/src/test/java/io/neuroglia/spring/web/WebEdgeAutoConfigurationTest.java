package io.neuroglia.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.context.RequestContext;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** The web edge is there when it is wanted, and adapts to what is there. */
class WebEdgeAutoConfigurationTest {
    private final WebApplicationContextRunner application = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    WebEdgeAutoConfiguration.class,
                    DispatcherServletAutoConfiguration.class,
                    ErrorMvcAutoConfiguration.class,
                    HttpMessageConvertersAutoConfiguration.class,
                    JacksonAutoConfiguration.class,
                    WebMvcAutoConfiguration.class));

    @Test
    void a_web_application_has_the_edge() {
        application.run(context -> assertThat(context)
                .hasNotFailed()
                .hasSingleBean(ProblemRenderer.class)
                .hasSingleBean(ErrorController.class)
                .hasSingleBean(ProblemErrorController.class)
                .hasBean("correlationIdFilter")
                .hasBean("trailingSlashFilter"));
    }

    @Test
    void other_applications_do_not_have_it() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(WebEdgeAutoConfiguration.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ProblemRenderer.class));
    }

    @Test
    void it_can_be_switched_off() {
        application
                .withPropertyValues("neuroglia.web.enabled=false")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(ProblemRenderer.class)
                        .doesNotHaveBean("correlationIdFilter"));
    }

    @Test
    void an_applications_own_error_controller_stays() {
        application
                .withBean("own", ErrorController.class, () -> new ErrorController() {})
                .run(context ->
                        assertThat(context).hasSingleBean(ErrorController.class).hasBean("own"));
    }

    @Test
    void it_does_without_security_and_tomcat() {
        application
                .withClassLoader(new FilteredClassLoader("org.springframework.security", "org.apache.catalina"))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(ProblemRenderer.class));
    }

    @Test
    void json_is_strict_unless_it_is_not_to_be() {
        application.run(context -> assertThat(context).hasSingleBean(StrictJson.class));
        application.withPropertyValues("neuroglia.web.strict-json=false").run(context -> {
            assertThat(context).doesNotHaveBean(StrictJson.class);
            assertThat(context.getBean(JsonMapper.class).readValue("1", String.class))
                    .isEqualTo("1");
        });
    }

    @Test
    void bodies_may_hold_256_kib_or_what_the_settings_say() {
        application.run(
                context -> assertThat(context.getBean(BodyLimit.class).most()).isEqualTo(DataSize.ofKilobytes(256)));
        application
                .withPropertyValues("neuroglia.web.max-body-size=1MB")
                .run(context ->
                        assertThat(context.getBean(BodyLimit.class).most()).isEqualTo(DataSize.ofMegabytes(1)));
    }

    @Test
    void the_apology_for_a_defect_can_be_set() {
        application
                .withPropertyValues("neuroglia.web.internal-error-message=Mamma mia!")
                .run(context -> assertThat(context.getBean(ProblemRenderer.class)
                                .loggedDefect()
                                .detail())
                        .isEqualTo("Mamma mia!"));
    }

    @Test
    void tasks_take_the_context_along_and_leave_nothing_behind() throws Exception {
        ContextTaskDecorator decorator = new ContextTaskDecorator();
        AtomicReference<String> seen = new AtomicReference<>();
        Runnable task = RequestContext.correlated("one")
                .call(() -> decorator.decorate(
                        () -> seen.set(RequestContext.current().orElseThrow().correlationId())));

        task.run();

        assertThat(seen).hasValue("one");
        assertThat(RequestContext.current()).isEmpty();
    }
}
