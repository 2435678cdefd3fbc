package io.casewire.console.session;

import io.casewire.console.ForwardedPrefix;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;

/**
 * The cookie that holds a session's token. No script reads it and no other site's request carries it. Over https its name has a
 * prefix that browsers keep to themselves ({@code __Host-}, RFC 6265bis, section 4.1.3), so that nobody on a neighbouring host
 * plants one; over http it has the port, as browsers share cookies among the ports of a machine.
 */
final class SessionCookie {
    private static final String AT_THE_ROOT = "__Host-casewire";
    private static final String BELOW_A_PREFIX = "__Secure-casewire";
    private static final String WITHOUT_TLS = "casewire-";

    /** With name and attributes a browser keeps 4,096 bytes. */
    private static final int MAX_TOKEN = 3800;

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._-]+");

    private SessionCookie() {}

    /** The token of that request; empty where there is none, and where there are two, as nobody knows who set which. */
    static Optional<String> tokenOf(HttpServletRequest request) {
        String name = name(request);
        List<String> values = Stream.of(Objects.requireNonNullElse(request.getCookies(), new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .distinct()
                .toList();
        return values.size() == 1 && fits(values.getFirst()) ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /** Whether a token can be held in a cookie at all. */
    static boolean fits(String token) {
        return token.length() <= MAX_TOKEN && TOKEN.matcher(token).matches();
    }

    /** For as long as the token is good. */
    static ResponseCookie holding(String token, Duration life, HttpServletRequest request) {
        return ResponseCookie.from(name(request), token)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path(ForwardedPrefix.of(request) + "/")
                .maxAge(life)
                .build();
    }

    /** Has the browser forget it. */
    static ResponseCookie none(HttpServletRequest request) {
        return holding("", Duration.ZERO, request);
    }

    private static String name(HttpServletRequest request) {
        if (!request.isSecure()) {
            return WITHOUT_TLS + request.getServerPort();
        }
        return ForwardedPrefix.of(request).isEmpty() ? AT_THE_ROOT : BELOW_A_PREFIX;
    }
}
