package io.casewire.console.session;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Whether a browser says that a page of another origin asks. What browsers state is believed, as it is them that another site
 * would use; what is no browser states nothing and passes.
 */
final class RequestOrigin {
    private static final Set<String> OURS = Set.of("same-origin", "none");
    private static final int NOT_STATED = -1;

    private RequestOrigin() {}

    static boolean isAnother(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !OURS.contains(site);
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !isOurs(origin, request);
    }

    /**
     * The scheme is not compared, as a proxy before us may end TLS; nor is what it says of the host doubted: no other site can
     * have a browser send that header.
     */
    private static boolean isOurs(String origin, HttpServletRequest request) {
        Optional<String> asking = hostAndPort(origin);
        return asking.isPresent()
                && Stream.of(request.getHeader(HttpHeaders.HOST), request.getHeader("X-Forwarded-Host"))
                        .filter(Objects::nonNull)
                        .map(host -> hostAndPort(schemeOf(origin) + "://" + host))
                        .anyMatch(asking::equals);
    }

    private static String schemeOf(String origin) {
        return origin.substring(0, Math.max(origin.indexOf("://"), 0));
    }

    private static Optional<String> hostAndPort(String origin) {
        try {
            URI address = URI.create(origin);
            String scheme = Objects.requireNonNullElse(address.getScheme(), "");
            return Optional.ofNullable(address.getHost())
                    .map(host -> host.toLowerCase(Locale.ROOT) + ':' + port(scheme, address));
        } catch (IllegalArgumentException _) {
            // such as several hosts of a chain of proxies
            return Optional.empty();
        }
    }

    private static int port(@Nullable String scheme, URI address) {
        if (address.getPort() != NOT_STATED) {
            return address.getPort();
        }
        return "https".equals(scheme) ? 443 : 80;
    }
}
