package io.casewire.notify.delivery.webhook;

import io.casewire.contracts.id.DeliveryId;
import io.casewire.notify.subscription.SigningSecret;
import io.casewire.outbound.destination.Endpoint;
import java.util.List;

/**
 * One message on its way.
 *
 * @param id the same at every attempt: what receivers deduplicate by
 * @param body JSON; its UTF-8 bytes are what is signed and sent
 * @param secrets one or, during rotation, two
 */
public record WebhookMessage(DeliveryId id, Endpoint endpoint, String body, List<SigningSecret> secrets) {
    public WebhookMessage {
        secrets = List.copyOf(secrets);
    }

    @Override
    public String toString() {
        return id.value();
    }
}
