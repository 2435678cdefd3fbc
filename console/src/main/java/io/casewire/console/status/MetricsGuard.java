package io.casewire.console.status;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where there is a token for it, the console's metrics are told to nobody else: they are on the port that everybody reaches.
 * The services' are not, so that they need none. Health stays open.
 */
@Component
@ConditionalOnProperty("casewire.status.metrics-token")
final class MetricsGuard extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final byte[] token;

    MetricsGuard(StatusSettings settings) {
        this.token = Objects.requireNonNull(settings.metricsToken()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return !path.startsWith("/actuator") || path.startsWith("/actuator/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isOurs(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, SCHEME.strip());
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    private boolean isOurs(@Nullable String given) {
        return given != null
                && given.startsWith(SCHEME)
                && MessageDigest.isEqual(
                        token, given.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8));
    }
}
