package io.casewire.console.session;

import io.casewire.serving.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The token a request brings in the console's cookie. */
public final class CookieSession {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private CookieSession() {}

    /**
     * The token; empty where the request brings none, or has an {@code Authorization} header, which alone counts then. It is not
     * looked into: the services judge it.
     *
     * @throws org.springframework.web.ErrorResponseException for a change that no page of this console asks for: a browser adds
     *     the cookie by itself, also for others
     */
    public static Optional<String> tokenOf(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            return Optional.empty();
        }
        Optional<String> token = SessionCookie.TOKEN.of(request);
        if (token.isPresent() && !READING.contains(request.getMethod())) {
            refuseOtherOrigins(request);
            if (!ChangeProof.isGiven(token.get(), request)) {
                throw Problems.refused(
                        HttpStatus.FORBIDDEN,
                        "csrf",
                        "A change by a signed-in browser needs the header " + ChangeProof.HEADER
                                + " with csrf of GET /session.");
            }
        }
        return token;
    }

    static void refuseOtherOrigins(HttpServletRequest request) {
        if (RequestOrigin.isAnother(request)) {
            throw Problems.refused(
                    HttpStatus.FORBIDDEN, "cross-origin", "A page of another origin cannot ask for this here.");
        }
    }
}
