package io.casewire.outbound.destination;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A URL in the one form that is checked, stored and connected to.
 *
 * @param uri scheme, host, port, path and query; nothing else
 * @param host lower-case ASCII name without trailing dot, or an IP address literal (IPv6 without brackets)
 * @param port the one connected to, also where the URL names none
 */
public record Endpoint(URI uri, String host, int port) {
    private static final int MAX_LENGTH = 2000;
    private static final int MAX_HOST_LENGTH = 253;
    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*");

    /**
     * Reads a URL strictly: what readers of URLs are known to disagree about is refused.
     *
     * @throws DestinationRefused with a sentence fit for who named it
     */
    static Endpoint parse(String url, boolean plainHttp) {
        require(url.length() <= MAX_LENGTH, "The URL is longer than " + MAX_LENGTH + " characters.");
        require(
                url.chars().noneMatch(c -> c <= ' ' || c == '\\' || c == '#' || Character.isISOControl(c)),
                "The URL must not contain spaces, control characters, backslashes or a fragment.");
        String scheme = scheme(url, plainHttp);
        int from = scheme.length() + "://".length();
        int to = from;
        while (to < url.length() && url.charAt(to) != '/' && url.charAt(to) != '?') {
            to++;
        }
        String authority = url.substring(from, to);
        require(authority.indexOf('@') < 0, "The URL must not contain a user name or password.");
        int colon =
                authority.startsWith("[") ? authority.indexOf(':', authority.indexOf(']') + 1) : authority.indexOf(':');
        String writtenHost = colon < 0 ? authority : authority.substring(0, colon);
        int port = colon < 0 ? defaultPort(scheme) : port(authority.substring(colon + 1));
        String host = host(writtenHost);
        return new Endpoint(uri(scheme, host, port, url.substring(to)), host, port);
    }

    /** What limits and circuit breakers are kept by: scheme, host and port. */
    public String key() {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /** The host and port only: a path or query may hold a secret. */
    @Override
    public String toString() {
        return key();
    }

    private static String scheme(String url, boolean plainHttp) {
        String start = url.substring(0, Math.min(8, url.length())).toLowerCase(Locale.ROOT);
        if (start.startsWith("https://")) {
            return "https";
        }
        require(start.startsWith("http://"), "The URL must start with https://.");
        require(plainHttp, "The URL must start with https://; plain http is switched off here.");
        return "http";
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    private static int port(String text) {
        require(PORT.matcher(text).matches() && Integer.parseInt(text) <= 65_535, "The port must be 1 to 65535.");
        return Integer.parseInt(text);
    }

    /** The one form of a host as written in a URL. */
    static String host(String written) {
        if (written.startsWith("[") && written.endsWith("]")) {
            return IpLiteral.ipv6(written.substring(1, written.length() - 1));
        }
        String host = ascii(written);
        if (host.endsWith(".")) {
            host = host.substring(0, host.length() - 1);
        }
        if (IpLiteral.looksLikeIpv4(host)) {
            return IpLiteral.ipv4(host, written);
        }
        require(host.length() <= MAX_HOST_LENGTH && NAME.matcher(host).matches(), "The URL needs a valid host name.");
        return host;
    }

    private static String ascii(String written) {
        try {
            return IDN.toASCII(written).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new DestinationRefused("The URL needs a valid host name.");
        }
    }

    private static URI uri(String scheme, String host, int port, String rest) {
        String authority = host.indexOf(':') < 0 ? host : '[' + host + ']';
        if (port != defaultPort(scheme)) {
            authority += ":" + port;
        }
        String path = rest.startsWith("/") ? rest : "/" + rest;
        try {
            return URI.create(URI.create(scheme + "://" + authority + path).toASCIIString());
        } catch (IllegalArgumentException e) {
            throw new DestinationRefused("The path or query of the URL is not valid.");
        }
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new DestinationRefused(sentence);
        }
    }
}
