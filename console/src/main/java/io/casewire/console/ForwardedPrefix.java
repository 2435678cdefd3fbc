package io.casewire.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where in somebody else's site this server stands, such as {@code /x}: its own context path, or what the reverse proxy before it
 * says it has cut off ({@code X-Forwarded-Prefix}). Anybody may send that header, so only a plain path is taken from it, and only
 * the answer to that very request depends on it.
 */
public final class ForwardedPrefix {
    private static final String HEADER = "X-Forwarded-Prefix";
    private static final int MAX_LENGTH = 200;
    /** Segments of letters, digits and hyphens: neither another host ({@code //}) nor a way out of the path. */
    private static final Pattern PLAIN = Pattern.compile("/[A-Za-z0-9_-]++(?:/[A-Za-z0-9_-]++)*+");

    private ForwardedPrefix() {}

    /** Without a slash at its end; empty where the server stands at the root as far as is known. */
    public static String of(HttpServletRequest request) {
        return request.getContextPath().isEmpty() ? plain(request.getHeader(HEADER)) : request.getContextPath();
    }

    private static String plain(@Nullable String header) {
        if (header == null || header.length() > MAX_LENGTH) {
            return "";
        }
        String path = header.endsWith("/") ? header.substring(0, header.length() - 1) : header;
        return PLAIN.matcher(path).matches() ? path : "";
    }
}
