package io.casewire.identity.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * A service's own rules, as beans. They are asked in {@code @Order}, before the defaults, and the first that matches
 * decides: say who may do what with {@code requestMatchers(…).hasRole(…)}, and never {@code anyRequest()}, which would
 * shut the defaults out.
 */
@FunctionalInterface
public interface AccessRules {
    void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests);
}
