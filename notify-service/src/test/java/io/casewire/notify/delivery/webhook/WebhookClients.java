package io.casewire.notify.delivery.webhook;

import io.casewire.outbound.destination.Destinations;
import java.time.Duration;
import java.time.InstantSource;

/** Clients for tests of what is sent by them. */
public final class WebhookClients {
    private WebhookClients() {}

    /** One that waits three seconds for an answer. */
    public static WebhookClient of(Destinations destinations) {
        return new WebhookClient(
                new WebhookSettings(Duration.ofSeconds(2), Duration.ofSeconds(3), 2000),
                destinations,
                InstantSource.system());
    }
}
