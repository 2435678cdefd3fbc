package io.casewire.console.gateway;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Where the services listen: base addresses such as {@code http://127.0.0.1:8081}, with neither path nor query. They
 * come from the operator alone; nothing in a request chooses one.
 */
@ConfigurationProperties(prefix = "casewire.routes", ignoreUnknownFields = false)
public record RouteSettings(
        URI ingest,
        URI catalog,
        URI replication,
        // no component of a record may be called notify
        @Name("notify") URI notifications) {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    public RouteSettings {
        check("ingest", ingest);
        check("catalog", catalog);
        check("replication", replication);
        check("notify", notifications);
    }

    /** The base address of that service. */
    public URI of(Service service) {
        return switch (service) {
            case INGEST -> ingest;
            case CATALOG -> catalog;
            case REPLICATION -> replication;
            case NOTIFY -> notifications;
        };
    }

    private static void check(String name, @Nullable URI base) {
        boolean good = base != null
                && base.getScheme() != null
                && SCHEMES.contains(base.getScheme())
                && base.getHost() != null
                && (base.getRawPath().isEmpty() || base.getRawPath().equals("/"))
                && base.getRawQuery() == null
                && base.getRawUserInfo() == null;
        if (!good) {
            throw new IllegalArgumentException(
                    "casewire.routes." + name + " must be a base address like http://127.0.0.1:8081, not " + base);
        }
    }
}
