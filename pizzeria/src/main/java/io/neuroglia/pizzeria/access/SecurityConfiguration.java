package io.neuroglia.pizzeria.access;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.PUT;
import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import com.github.benmanes.caffeine.cache.Ticker;
import io.neuroglia.spring.web.security.ProblemAccessDeniedHandler;
import io.neuroglia.spring.web.security.ProblemAuthenticationEntryPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Who may call which address. Only known addresses ask for a login, so that an unknown one, or a wrong method, is
 * answered as what it is; {@link RoleBehavior} checks the requests themselves once more.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class SecurityConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(SecurityConfiguration.class);

    SecurityConfiguration() {}

    @Bean
    SecurityFilterChain security(HttpSecurity http) {
        var entryPoint = new ProblemAuthenticationEntryPoint("Mario's Pizzeria");
        return http.authorizeHttpRequests(SecurityConfiguration::rules)
                .httpBasic(basic -> basic.authenticationEntryPoint(entryPoint))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(entryPoint)
                        .accessDeniedHandler(new ProblemAccessDeniedHandler()))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        String staff = Role.STAFF.authority();
        String manager = Role.MANAGER.authority();
        rules.requestMatchers(new UnsupportedContentType(pathPattern(PUT, "/api/orders/*/cook")))
                .permitAll()
                .requestMatchers(PUT, "/api/orders/*/cook")
                .hasAuthority(staff)
                .requestMatchers(GET, "/api/notifications")
                .hasAuthority(manager)
                .requestMatchers(HEAD, "/api/notifications")
                .hasAuthority(manager)
                .requestMatchers("/actuator/health")
                .permitAll()
                .requestMatchers("/actuator/**")
                .hasAuthority(manager)
                .anyRequest()
                .permitAll();
    }

    /** The only provider, and so that of the global authentication manager. */
    @Bean
    AuthenticationProvider passwordLogin(AccessSettings settings) {
        Accounts accounts = new Accounts(settings, PasswordEncoderFactories.createDelegatingPasswordEncoder());
        if (accounts.areDemo()) {
            LOG.warn(
                    "Demo accounts exist, whose passwords everybody knows: {}. Configure pizzeria.accounts instead.",
                    accounts);
        }
        return new PasswordLogin(
                accounts, new VerifiedLogins(Ticker.systemTicker()), new FailedLogins(Ticker.systemTicker()));
    }
}
