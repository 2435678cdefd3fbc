package io.casewire.conformance;

import io.casewire.identity.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Who is let in to an address, asked of the rules of the running service themselves. */
final class Rights {
    private final AuthorizationManager<jakarta.servlet.http.HttpServletRequest> rules;

    Rights(ApplicationContext service) {
        this.rules = service.getBeansOfType(SecurityFilterChain.class).values().stream()
                .flatMap(chain -> chain.getFilters().stream())
                .filter(AuthorizationFilter.class::isInstance)
                .map(AuthorizationFilter.class::cast)
                .findFirst()
                .orElseThrow()
                .getAuthorizationManager();
    }

    /** Whether nobody needs a token there. */
    boolean isOpen(Route route) {
        return lets(
                new AnonymousAuthenticationToken(
                        "nobody", "nobody", List.of(new SimpleGrantedAuthority("ROLE_NOBODY"))),
                route);
    }

    /** Roles that are let in. */
    Set<Role> roles(Route route) {
        return EnumSet.allOf(Role.class).stream()
                .filter(role -> {
                    TestingAuthenticationToken token = new TestingAuthenticationToken("somebody", "", role.authority());
                    token.setAuthenticated(true);
                    return lets(token, route);
                })
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private boolean lets(Authentication caller, Route route) {
        MockHttpServletRequest request = new MockHttpServletRequest(route.method(), route.path());
        AuthorizationResult result = rules.authorize(() -> caller, request);
        return result != null && result.isGranted();
    }
}
