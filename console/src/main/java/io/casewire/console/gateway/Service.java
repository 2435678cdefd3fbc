package io.casewire.console.gateway;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The services behind the gateway. */
public enum Service {
    INGEST,
    CATALOG,
    REPLICATION,
    NOTIFY;

    /** The name in paths, settings and answers, for example {@code ingest}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The service that answers below {@code /api/<slug>/}; empty if there is none. */
    static Optional<Service> ofSlug(String slug) {
        return Arrays.stream(values())
                .filter(service -> service.slug().equals(slug))
                .findFirst();
    }
}
