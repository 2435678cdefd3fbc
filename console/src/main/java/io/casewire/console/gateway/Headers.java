package io.casewire.console.gateway;

import io.casewire.console.session.CookieSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which headers pass. Those of one connection only (RFC 9110, section 7.6.1) stop here, and so do cookies: what the
 * console's holds goes on as a bearer token. Statements about where a request came from are made by the gateway itself.
 */
final class Headers {
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");
    private static final Set<String> STOPPED_ON_THE_WAY_IN = Set.of(
            "content-length",
            "cookie",
            "expect",
            "forwarded",
            "host",
            "x-csrf-token",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-port",
            "x-forwarded-prefix",
            "x-forwarded-proto",
            "x-real-ip");
    private static final Set<String> STOPPED_ON_THE_WAY_OUT = Set.of("content-length", "set-cookie", "server");

    private static final Set<String> ADDRESSES = Set.of("location", "content-location");

    private Headers() {}

    static void copy(HttpServletRequest from, HttpRequest.Builder to) {
        Set<String> named = named(Collections.list(from.getHeaders("Connection")));
        for (String name : Collections.list(from.getHeaderNames())) {
            String key = name.toLowerCase(Locale.ROOT);
            if (!OF_THE_CONNECTION.contains(key) && !STOPPED_ON_THE_WAY_IN.contains(key) && !named.contains(key)) {
                Collections.list(from.getHeaders(name)).forEach(value -> to.header(name, value));
            }
        }
        CookieSession.tokenOf(from).ifPresent(token -> to.setHeader("Authorization", "Bearer " + token));
        to.setHeader("X-Forwarded-For", from.getRemoteAddr());
        to.setHeader("X-Forwarded-Proto", from.getScheme());
        to.setHeader("X-Forwarded-Host", from.getServerName() + ':' + from.getServerPort());
    }

    /** @param prefix put before the addresses of this server that name no host; empty for none */
    static void copy(HttpHeaders from, String prefix, HttpServletResponse to) {
        Set<String> named = named(from.allValues("Connection"));
        from.map().forEach((name, values) -> {
            String key = name.toLowerCase(Locale.ROOT);
            // HTTP/2 has pseudo-headers
            if (!key.startsWith(":")
                    && !OF_THE_CONNECTION.contains(key)
                    && !STOPPED_ON_THE_WAY_OUT.contains(key)
                    && !named.contains(key)) {
                // what the service says of its own answer replaces what the console says of its own
                String before = ADDRESSES.contains(key) && values.getFirst().startsWith("/api/") ? prefix : "";
                to.setHeader(name, before + values.getFirst());
                values.stream().skip(1).forEach(value -> to.addHeader(name, value));
            }
        });
        // a browser's cookie says who asks as well as a header does
        to.addHeader("Vary", "Cookie");
    }

    private static Set<String> named(List<String> connection) {
        Set<String> named = new HashSet<>();
        connection.forEach(line -> Arrays.stream(line.split(","))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .forEach(named::add));
        return named;
    }
}
