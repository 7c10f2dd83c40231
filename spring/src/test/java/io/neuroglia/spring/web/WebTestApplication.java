package io.neuroglia.spring.web;

import static org.springframework.security.config.Customizer.withDefaults;

import io.neuroglia.spring.web.security.ProblemAccessDeniedHandler;
import io.neuroglia.spring.web.security.ProblemAuthenticationEntryPoint;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** The application that the tests ask over HTTP; its beans are named here one by one. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@EnableMethodSecurity
@Import({
    ResultController.class,
    InputController.class,
    FailingController.class,
    AsyncController.class,
    GuardedController.class
})
class WebTestApplication {
    @Bean
    SecurityFilterChain security(HttpSecurity http) {
        ProblemAuthenticationEntryPoint logIn = new ProblemAuthenticationEntryPoint("Test \"realm\"");
        return http.csrf(csrf -> csrf.disable())
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, "/guarded/staff")
                                .hasRole("STAFF")
                                .requestMatchers("/guarded/any")
                                .authenticated()
                                .anyRequest()
                                .permitAll())
                .httpBasic(basic -> basic.authenticationEntryPoint(logIn))
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(logIn).accessDeniedHandler(new ProblemAccessDeniedHandler()))
                .anonymous(withDefaults())
                .build();
    }

    @Bean
    UserDetailsService accounts() {
        return new FailingAccounts(new InMemoryUserDetailsManager(
                User.withUsername("luigi")
                        .password("{noop}secret")
                        .roles("STAFF")
                        .build(),
                User.withUsername("mario")
                        .password("{noop}secret")
                        .roles("GUEST")
                        .build()));
    }

    /** A filter that refuses in the ways filters do. */
    @Bean
    FilterRegistrationBean<Filter> refusingFilter() {
        return new FilterRegistrationBean<>((request, response, chain) -> {
            String refusal = request.getParameter("filter");
            if ("status".equals(refusal)) {
                ((HttpServletResponse) response).sendError(418, "io.neuroglia.Secret");
            } else if ("defect".equals(refusal)) {
                throw new IllegalStateException("select secret from io.neuroglia.Secret");
            } else {
                chain.doFilter(request, response);
            }
        });
    }
}
