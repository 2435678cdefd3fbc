package io.casewire.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;

/**
 * Takes the token from the one {@code Authorization} header (RFC 6750, section 2.1), never from the query or the body, where
 * logs would keep it. Another scheme than Bearer counts as no token.
 */
final class OneBearerToken implements BearerTokenResolver {
    /** In characters. Room for an operator's issuer, and below the header limit of the server, which would answer 400. */
    static final int MAX_LENGTH = 6 * 1024;

    private static final String SCHEME = "Bearer";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        if (headers.isEmpty()) {
            return null;
        }
        if (headers.size() > 1) {
            throw new InvalidBearerTokenException("The request has more than one Authorization header.");
        }
        String header = headers.getFirst();
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        return wellFormed(header.substring(SCHEME.length()).strip());
    }

    private static String wellFormed(String token) {
        if (token.length() > MAX_LENGTH) {
            throw new InvalidBearerTokenException("The token is longer than 6144 characters.");
        }
        if (!TOKEN.matcher(token).matches()) {
            throw new InvalidBearerTokenException("The Authorization header holds no single well-formed token.");
        }
        return token;
    }
}
