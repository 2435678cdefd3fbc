package io.casewire.identity.web;

import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the token check in front of a servlet application; a service adds {@link AccessRules} beans and nothing else. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableWebSecurity
@EnableConfigurationProperties(IdentitySettings.class)
class IdentityAutoConfiguration {
    @Bean
    JwtDecoder casewireJwtDecoder(IdentitySettings settings, ObjectProvider<InstantSource> clock) {
        return Decoders.from(settings, clock.getIfAvailable(InstantSource::system));
    }

    @Bean
    SecurityFilterChain casewireSecurity(
            HttpSecurity http,
            IdentitySettings settings,
            JwtDecoder decoder,
            ObjectProvider<AccessRules> ofTheService,
            Environment environment) {
        Refusals refusals = new Refusals();
        DefaultRules defaults =
                new DefaultRules(settings, environment.getProperty("management.endpoints.web.base-path", "/actuator"));
        return http.authorizeHttpRequests(requests -> {
                    defaults.first(requests);
                    ofTheService.orderedStream().forEach(rules -> rules.apply(requests));
                    defaults.apply(requests);
                })
                .oauth2ResourceServer(server -> server.bearerTokenResolver(new OneBearerToken())
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals)
                        .withObjectPostProcessor(failuresTo(refusals))
                        .jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(IdentityAutoConfiguration::known)))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                // a browser sends no bearer token by itself, so there is nothing to forge a request with
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> protect(headers, settings))
                .build();
    }

    @Bean
    WebMvcConfigurer casewireCallerArgument() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
            }
        };
    }

    private static void protect(HeadersConfigurer<HttpSecurity> headers, IdentitySettings settings) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(settings.contentSecurityPolicy()))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                // who asks decides what is shown: nothing in between may hand one caller's answer to another
                .addHeaderWriter(
                        (request, response) -> response.addHeader(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION));
    }

    private static AbstractAuthenticationToken known(Jwt jwt) {
        Caller caller = Caller.of(jwt);
        return new JwtAuthenticationToken(
                jwt,
                caller.roles().stream()
                        .map(Role::authority)
                        .map(SimpleGrantedAuthority::new)
                        .toList(),
                caller.subject());
    }

    // the filter would otherwise throw an unreachable issuer at the container, which answers 500
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> failuresTo(Refusals refusals) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(refusals);
                return filter;
            }
        };
    }
}
