package io.casewire.console.gateway;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which service a request is for, and what it is asked there: path and query exactly as they came.
 *
 * @param pathAndQuery percent-encoded, begins with {@code /api/}
 */
record Target(Service service, String pathAndQuery) {
    /** Visible ASCII without what servers read in different ways: {@code ; \ " < > ^ ` { | } #}. */
    private static final Pattern PATH = Pattern.compile("(?:/(?:[A-Za-z0-9._~!$&'()*+,=:@-]|%[0-9A-Fa-f]{2})+)+/?");

    private static final Pattern QUERY = Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,=:@/?;\\[\\]|-]|%[0-9A-Fa-f]{2})*");
    private static final int SERVICE_AT = 2;

    /** A request is not for the services, or is written in a way two servers might read differently. */
    sealed interface Reading {
        /** It may be passed on. */
        record Routed(Target target) implements Reading {}

        /** No service answers there. */
        record NoService() implements Reading {}

        /** It is not passed on. */
        record Ambiguous() implements Reading {}
    }

    /**
     * Reads the address of a request as the client sent it, before any server has tidied it.
     *
     * @param query null where there is none
     */
    static Reading read(String rawPath, @Nullable String query) {
        if (!PATH.matcher(rawPath).matches()
                || (query != null && !QUERY.matcher(query).matches())) {
            return new Reading.Ambiguous();
        }
        String[] segments = rawPath.split("/", -1);
        for (String segment : segments) {
            if (leavesItsPlace(segment)) {
                return new Reading.Ambiguous();
            }
        }
        Optional<Service> service = segments.length > SERVICE_AT + 1 && segments[1].equals("api")
                ? Service.ofSlug(segments[SERVICE_AT])
                : Optional.empty();
        return service.<Reading>map(
                        found -> new Reading.Routed(new Target(found, query == null ? rawPath : rawPath + '?' + query)))
                .orElseGet(Reading.NoService::new);
    }

    /** Its address at the service. */
    URI at(URI base) {
        String root = base.toString();
        return URI.create((root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + pathAndQuery);
    }

    // the service decodes once more than the gateway has: a path must still mean the same there
    private static boolean leavesItsPlace(String segment) {
        String decoded = URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        return decoded.equals(".")
                || decoded.equals("..")
                || decoded.chars().anyMatch(c -> c == '/' || c == '\\' || c == ';' || c == '%' || c < ' ' || c == 0x7f);
    }
}
