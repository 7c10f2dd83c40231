package io.neuroglia.spring.web;

import jakarta.servlet.Servlet;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the edge to HTTP of a web application: results, problem documents, correlation ids, strict JSON and the filters
 * before them.
 *
 * @since 0.1
 */
@AutoConfiguration(beforeName = {"org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration"})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({Servlet.class, DispatcherServlet.class, JsonMapper.class, ErrorController.class})
@ConditionalOnBooleanProperty(name = "neuroglia.web.enabled", matchIfMissing = true)
@EnableConfigurationProperties(WebEdgeProperties.class)
@Import({WebFilterConfiguration.class, TomcatConfiguration.class})
public final class WebEdgeAutoConfiguration {

    /** Called by Spring. */
    WebEdgeAutoConfiguration() {}

    @Bean
    ProblemRenderer problemRenderer(JsonMapper mapper, WebEdgeProperties properties) {
        return new ProblemRenderer(mapper, properties.internalErrorMessage());
    }

    @Bean
    BodyLimit bodyLimit(WebEdgeProperties properties) {
        return new BodyLimit(properties.maxBodySize());
    }

    @Bean
    ExceptionAnswers exceptionAnswers(BodyLimit limit, ProblemRenderer renderer, JsonMapper mapper) {
        ExpectedInput expected = new ExpectedInput(mapper);
        BodyProblems bodies = new BodyProblems(expected, renderer.names());
        ParameterProblems parameters = new ParameterProblems(expected, renderer.names());
        return new ExceptionAnswers(new WebProblems(limit, bodies, parameters), renderer);
    }

    @Bean
    WebEdgeMvcConfigurer webEdgeMvcConfigurer(ExceptionAnswers answers) {
        return new WebEdgeMvcConfigurer(new WebExceptionResolver(answers));
    }

    @Bean
    ReturnValueHandlerRegistration returnValueHandlerRegistration(
            RequestMappingHandlerAdapter adapter, ProblemRenderer renderer) {
        return new ReturnValueHandlerRegistration(adapter, renderer);
    }

    @Bean
    @ConditionalOnMissingBean(ErrorController.class)
    ProblemErrorController problemErrorController(ProblemRenderer renderer) {
        return new ProblemErrorController(renderer);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "neuroglia.web.strict-json", matchIfMissing = true)
    StrictJson strictJson() {
        return new StrictJson();
    }

    @Bean
    ContextTaskDecorator contextTaskDecorator() {
        return new ContextTaskDecorator();
    }
}
