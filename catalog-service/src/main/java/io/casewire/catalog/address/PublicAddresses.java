package io.casewire.catalog.address;

import io.casewire.serving.request.WebRoot;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The address that links begin with: the operator's, else the one under which the gateway, or this service, was asked. */
public final class PublicAddresses {
    private final @Nullable PublicAddress fixed;

    PublicAddresses(@Nullable PublicAddress fixed) {
        this.fixed = fixed;
    }

    /** The address to use in the answer to that request. */
    public PublicAddress of(HttpServletRequest request) {
        return fixed != null
                ? fixed
                : new PublicAddress(WebRoot.askedUnder(request).address());
    }
}
