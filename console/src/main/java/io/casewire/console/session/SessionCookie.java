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
 * The cookies of a session. No script reads them and no other site's request carries them. Over https their names have a
 * prefix that browsers keep to themselves ({@code __Host-}, RFC 6265bis, section 4.1.3), so that nobody on a neighbouring host
 * plants one; over http they have the port, as browsers share cookies among the ports of a machine.
 */
enum SessionCookie {
    /** The session's token. */
    TOKEN("casewire", "/", "Strict", "[A-Za-z0-9._-]+"),
    /** What an issuer gives new tokens for, after the second at which that ends: sent to where it is used. */
    RENEWAL("casewire-renewal", "/session", "Strict", "[0-9]{1,12}\\.[!#-+\\--:<-\\[\\]-~]+"),
    /** Says at the issuer's sign-out who leaves. */
    ID("casewire-id", "/session", "Strict", "[A-Za-z0-9._-]+"),
    /** What is kept while somebody is at the issuer, from where the browser comes back as from another site. */
    PENDING("casewire-pending", "/session", "Lax", "[A-Za-z0-9:_-]+");

    private static final String AT_THE_ROOT = "__Host-";
    private static final String ELSEWHERE = "__Secure-";

    /** With name and attributes a browser keeps 4,096 bytes. */
    private static final int MAX_VALUE = 3800;

    private final String name;
    private final String path;
    private final String sameSite;
    private final Pattern form;

    SessionCookie(String name, String path, String sameSite, String form) {
        this.name = name;
        this.path = path;
        this.sameSite = sameSite;
        this.form = Pattern.compile(form);
    }

    /** What the request brings in it; empty where there is none, and where there are two, as nobody knows who set which. */
    Optional<String> of(HttpServletRequest request) {
        String wanted = name(request);
        List<String> values = Stream.of(Objects.requireNonNullElse(request.getCookies(), new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(wanted))
                .map(Cookie::getValue)
                .distinct()
                .toList();
        return values.size() == 1 && fits(values.getFirst()) ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /** Whether a value can be held in it at all. */
    boolean fits(String value) {
        return value.length() <= MAX_VALUE && form.matcher(value).matches();
    }

    /** For as long as the value is good. */
    ResponseCookie holding(String value, Duration life, HttpServletRequest request) {
        return ResponseCookie.from(name(request), value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite(sameSite)
                .path(ForwardedPrefix.of(request) + path)
                .maxAge(life)
                .build();
    }

    /** Has the browser forget it. */
    ResponseCookie none(HttpServletRequest request) {
        return holding("", Duration.ZERO, request);
    }

    private String name(HttpServletRequest request) {
        if (!request.isSecure()) {
            return name + '-' + request.getServerPort();
        }
        return (path.equals("/") && ForwardedPrefix.of(request).isEmpty() ? AT_THE_ROOT : ELSEWHERE) + name;
    }
}
