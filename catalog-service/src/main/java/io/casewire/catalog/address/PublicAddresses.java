package io.casewire.catalog.address;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The address that links begin with: the operator's, else the one under which the gateway, or this service, was asked. */
public final class PublicAddresses {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final @Nullable PublicAddress fixed;

    PublicAddresses(@Nullable PublicAddress fixed) {
        this.fixed = fixed;
    }

    /** The address to use in the answer to that request. */
    public PublicAddress of(HttpServletRequest request) {
        if (fixed != null) {
            return fixed;
        }
        String host = request.getHeader("X-Forwarded-Host");
        String scheme = request.getHeader("X-Forwarded-Proto");
        try {
            return new PublicAddress(withoutDefaultPort(
                    scheme == null ? request.getScheme() : scheme,
                    host == null ? request.getServerName() + ':' + request.getServerPort() : host));
        } catch (IllegalArgumentException e) {
            // a host that nobody can be sent to
            return new PublicAddress("http://localhost");
        }
    }

    private static String withoutDefaultPort(String scheme, String host) {
        String ending = ":" + (scheme.equals("https") ? HTTPS : HTTP);
        return scheme + "://" + (host.endsWith(ending) ? host.substring(0, host.length() - ending.length()) : host);
    }
}
