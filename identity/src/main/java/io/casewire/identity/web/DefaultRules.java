package io.casewire.identity.web;

import io.casewire.identity.Role;
import jakarta.servlet.DispatcherType;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** What holds where a service's {@link AccessRules} say nothing: no write without a role that writes. */
final class DefaultRules implements AccessRules {
    private static final String[] ANY_ROLE =
            Arrays.stream(Role.values()).map(Role::name).toArray(String[]::new);
    private static final String[] WRITING_ROLES =
            Stream.of(Role.values()).filter(Role::writes).map(Role::name).toArray(String[]::new);

    private final IdentitySettings settings;
    private final String actuator;

    /** @param actuator base path of the actuator, {@code /actuator} */
    DefaultRules(IdentitySettings settings, String actuator) {
        this.settings = settings;
        this.actuator = actuator;
    }

    /** Before the service's own rules: second passes of a request that was already let in, and the actuator. */
    void first(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                .permitAll();
        if (settings.openProbes()) {
            requests.requestMatchers(
                            HttpMethod.GET,
                            actuator + "/health/liveness",
                            actuator + "/health/readiness",
                            actuator + "/prometheus")
                    .permitAll();
        }
        // environment and heap are not public reading
        requests.requestMatchers(actuator, actuator + "/**").hasRole(Role.OPERATOR.name());
    }

    @Override
    public void apply(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        for (HttpMethod reading : new HttpMethod[] {HttpMethod.GET, HttpMethod.HEAD}) {
            if (settings.publicReading()) {
                requests.requestMatchers(reading).permitAll();
            } else {
                requests.requestMatchers(reading).hasAnyRole(ANY_ROLE);
            }
        }
        requests.anyRequest().hasAnyRole(WRITING_ROLES);
    }
}
