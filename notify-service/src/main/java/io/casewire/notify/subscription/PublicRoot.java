package io.casewire.notify.subscription;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** The address that links begin with: the operator's, else the one under which the gateway, or this service, was asked. */
@Component
public class PublicRoot {
    private final String fixed;

    /** @throws IllegalArgumentException for what is no absolute HTTP address of a folder */
    PublicRoot(@Value("${casewire.notify.public-address:}") String address) {
        this.fixed = address.replaceFirst("/$", "");
        URI uri = URI.create(fixed);
        if (!fixed.isEmpty()
                && (uri.getHost() == null
                        || uri.getScheme() == null
                        || !uri.getScheme().matches("https?")
                        || uri.getRawQuery() != null
                        || uri.getRawFragment() != null)) {
            throw new IllegalArgumentException(
                    "'" + address + "' is no address such as https://casewire.example.gov.cn");
        }
    }

    /** Without a slash at its end. */
    public String of(HttpServletRequest request) {
        if (!fixed.isEmpty()) {
            return fixed;
        }
        UriComponentsBuilder asked = ServletUriComponentsBuilder.fromContextPath(request);
        String host = request.getHeader("X-Forwarded-Host");
        String scheme = request.getHeader("X-Forwarded-Proto");
        if (host == null) {
            return asked.build().toUriString();
        }
        return (scheme == null ? request.getScheme() : scheme) + "://" + host;
    }
}
