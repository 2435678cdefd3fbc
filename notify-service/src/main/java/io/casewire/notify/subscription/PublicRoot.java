package io.casewire.notify.subscription;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The address that links begin with: the operator's, else the one under which the gateway, or this service, was asked. */
@Component
public class PublicRoot {
    private final String fixed;

    /** @throws IllegalArgumentException for what is no absolute HTTP address of a folder */
    PublicRoot(@Value("${casewire.notify.public-address:}") String address) {
        this.fixed = address.strip().replaceFirst("/$", "");
        if (!fixed.isEmpty() && !isRoot(fixed)) {
            throw new IllegalArgumentException("casewire.notify.public-address: '" + address
                    + "' is no address such as https://casewire.example.gov.cn");
        }
    }

    /** The operator's, without a slash at its end, for messages that nobody asks for; empty where none is set. */
    public Optional<String> operators() {
        return fixed.isEmpty() ? Optional.empty() : Optional.of(fixed);
    }

    /** Without a slash at its end. */
    public String of(HttpServletRequest request) {
        if (!fixed.isEmpty()) {
            return fixed;
        }
        String host = request.getHeader("X-Forwarded-Host");
        String scheme = request.getHeader("X-Forwarded-Proto");
        String asked = withoutDefaultPort(
                scheme == null ? request.getScheme() : scheme,
                host == null ? request.getServerName() + ':' + request.getServerPort() : host);
        // else a host that nobody can be sent to
        return isRoot(asked) ? asked : "http://localhost";
    }

    private static String withoutDefaultPort(String scheme, String host) {
        String ending = scheme.equals("https") ? ":443" : ":80";
        return scheme + "://" + (host.endsWith(ending) ? host.substring(0, host.length() - ending.length()) : host);
    }

    private static boolean isRoot(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() != null
                    && uri.getScheme() != null
                    && uri.getScheme().matches("https?")
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
