package io.casewire.console.gateway;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which service a request is for, and what it is asked there: path and query exactly as they came.
 *
 * @param pathAndQuery percent-encoded, begins with {@code /api/}
 */
record Target(Service service, String pathAndQuery) {
    /** What RFC 3986 lets stand in a segment, but for the semicolon, which servers read in different ways. */
    private static final String IN_SEGMENTS = "-._~!$&'()*+,=:@";

    private static final String IN_QUERIES = IN_SEGMENTS + ";/?";
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
        if (!rawPath.startsWith("/") || (query != null && !isPlain(query, IN_QUERIES))) {
            return new Reading.Ambiguous();
        }
        String[] segments = rawPath.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            boolean slashAtTheEnd = segments[i].isEmpty() && i == segments.length - 1;
            if (!slashAtTheEnd && !isUnambiguous(segments[i])) {
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

    /** Whether it holds only ASCII letters and digits, that punctuation and whole escapes. */
    private static boolean isPlain(String text, String punctuation) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                if (i + 2 >= text.length()
                        || !HexFormat.isHexDigit(text.charAt(i + 1))
                        || !HexFormat.isHexDigit(text.charAt(i + 2))) {
                    return false;
                }
                i += 2;
            } else if (!isLetterOrDigit(c) && punctuation.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    // the service decodes once more than the gateway has: a path must still mean the same there
    private static boolean isUnambiguous(String segment) {
        if (segment.isEmpty() || !isPlain(segment, IN_SEGMENTS)) {
            return false;
        }
        String decoded = URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        return !decoded.equals(".")
                && !decoded.equals("..")
                && decoded.chars()
                        .noneMatch(c -> c == '/' || c == '\\' || c == ';' || c == '%' || c < ' ' || c == 0x7f);
    }
}
