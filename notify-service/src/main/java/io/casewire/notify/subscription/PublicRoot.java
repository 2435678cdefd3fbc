package io.casewire.notify.subscription;

import io.casewire.serving.request.WebRoot;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The address that links begin with: the operator's, else the one under which the gateway, or this service, was asked. */
@Component
public class PublicRoot {
    private final @Nullable WebRoot fixed;

    /** @throws IllegalArgumentException for what is no absolute HTTP address of a folder */
    PublicRoot(@Value("${casewire.notify.public-address:}") String address) {
        String given = address.strip().replaceFirst("/$", "");
        try {
            this.fixed = given.isEmpty() ? null : new WebRoot(given);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("casewire.notify.public-address: " + e.getMessage(), e);
        }
    }

    /** The operator's, without a slash at its end, for messages that nobody asks for; empty where none is set. */
    public Optional<String> operators() {
        return Optional.ofNullable(fixed).map(WebRoot::address);
    }

    /** Without a slash at its end. */
    public String of(HttpServletRequest request) {
        return (fixed == null ? WebRoot.askedUnder(request) : fixed).address();
    }
}
