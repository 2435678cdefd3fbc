package io.casewire.ingest.fetch;

import io.casewire.outbound.destination.AllowedHosts;
import io.casewire.outbound.destination.DestinationRefused;
import io.casewire.outbound.destination.Destinations;
import io.casewire.outbound.destination.Endpoint;
import org.springframework.stereotype.Component;

/** Which addresses may be asked; the guard at every connection decides besides. */
@Component
public class WebAddresses {
    private final Destinations destinations;
    private final AllowedHosts hosts;

    WebAddresses(Destinations destinations, FetchSettings settings) {
        this.destinations = destinations;
        this.hosts = AllowedHosts.of(settings.allowedHosts());
    }

    /**
     * An address of an allowed host, read strictly; no name is looked up.
     *
     * @throws FetchRefused where it is none
     */
    public Endpoint permitted(String url) {
        if (hosts.isEmpty()) {
            throw new FetchRefused(Reasons.nothingIsAllowed());
        }
        Endpoint endpoint = read(url);
        if (!hosts.permits(endpoint.host())) {
            throw new FetchRefused(Reasons.notAllowed(endpoint.host()));
        }
        return endpoint;
    }

    private Endpoint read(String url) {
        try {
            return destinations.parse(url);
        } catch (DestinationRefused e) {
            throw new FetchRefused(Reasons.refused(String.valueOf(e.getMessage())));
        }
    }
}
