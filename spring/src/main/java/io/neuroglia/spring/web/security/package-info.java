/**
 * For the configuration of Spring Security: answers 401 and 403 as problem documents like everything else.
 *
 * <pre>{@code
 * http.httpBasic(basic -> basic.authenticationEntryPoint(new ProblemAuthenticationEntryPoint("Mario's Pizzeria")))
 *     .exceptionHandling(refusals -> refusals
 *         .authenticationEntryPoint(new ProblemAuthenticationEntryPoint("Mario's Pizzeria"))
 *         .accessDeniedHandler(new ProblemAccessDeniedHandler()));
 * }</pre>
 */
@NullMarked
package io.neuroglia.spring.web.security;

import org.jspecify.annotations.NullMarked;
