package io.neuroglia.spring.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.springframework.boot.servlet.filter.OrderedFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.UrlHandlerFilter;

/** The filters of the edge: all of them outside the security's, but for the one that asks whom it let in. */
@Configuration(proxyBeanMethods = false)
class WebFilterConfiguration {
    private static final int OUTERMOST = Ordered.HIGHEST_PRECEDENCE;

    /** Spring Boot puts the security at this order less 100. */
    private static final int BEHIND_SECURITY = OrderedFilter.REQUEST_WRAPPER_FILTER_MAX_ORDER - 90;

    @Bean
    FilterRegistrationBean<CorrelationIdFilter> correlationIdFilter() {
        FilterRegistrationBean<CorrelationIdFilter> registration = ordered(new CorrelationIdFilter(), OUTERMOST);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        return registration;
    }

    @Bean
    FilterRegistrationBean<UnhandledExceptionFilter> unhandledExceptionFilter(ExceptionAnswers answers) {
        FilterRegistrationBean<UnhandledExceptionFilter> registration =
                ordered(new UnhandledExceptionFilter(answers), OUTERMOST + 10);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(BodyLimit limit, ProblemRenderer renderer) {
        return ordered(new BodyLimitFilter(limit, renderer), OUTERMOST + 20);
    }

    /** Before the security, so that both see the same path. */
    @Bean
    FilterRegistrationBean<UrlHandlerFilter> trailingSlashFilter() {
        UrlHandlerFilter filter =
                UrlHandlerFilter.trailingSlashHandler("/**").wrapRequest().build();
        return ordered(filter, OUTERMOST + 30);
    }

    @Bean
    FilterRegistrationBean<CallerFilter> callerFilter() {
        FilterRegistrationBean<CallerFilter> registration = ordered(new CallerFilter(), BEHIND_SECURITY);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        return registration;
    }

    private static <F extends Filter> FilterRegistrationBean<F> ordered(F filter, int order) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
