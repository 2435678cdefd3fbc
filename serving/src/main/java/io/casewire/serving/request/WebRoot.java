package io.casewire.serving.request;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/**
 * An address that links begin with.
 *
 * @param address without a slash at its end, for example {@code https://casewire.example.gov.cn}
 */
public record WebRoot(String address) {
    private static final WebRoot NOWHERE = new WebRoot("http://localhost");

    /** @throws IllegalArgumentException for what is no absolute HTTP address of a folder */
    public WebRoot {
        URI uri = URI.create(address);
        if (uri.getHost() == null
                || uri.getScheme() == null
                || !uri.getScheme().matches("https?")
                || uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || address.endsWith("/")) {
            throw new IllegalArgumentException(
                    "'" + address + "' is no address such as https://casewire.example.gov.cn");
        }
    }

    /** Where the gateway, or this service, was asked; for a host that nobody can be sent to this machine. */
    public static WebRoot askedUnder(HttpServletRequest request) {
        String host = request.getHeader("X-Forwarded-Host");
        String scheme = request.getHeader("X-Forwarded-Proto");
        try {
            return new WebRoot(withoutDefaultPort(
                    scheme == null ? request.getScheme() : scheme,
                    host == null ? request.getServerName() + ':' + request.getServerPort() : host));
        } catch (IllegalArgumentException e) {
            return NOWHERE;
        }
    }

    private static String withoutDefaultPort(String scheme, String host) {
        String ending = scheme.equals("https") ? ":443" : ":80";
        return scheme + "://" + (host.endsWith(ending) ? host.substring(0, host.length() - ending.length()) : host);
    }
}
