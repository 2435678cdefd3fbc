package io.casewire.notify.delivery;

import io.casewire.notify.delivery.webhook.Outcome;
import io.casewire.notify.delivery.webhook.WebhookMessage;

/** Makes one attempt. */
@FunctionalInterface
interface WebhookSender {
    /** @throws InterruptedException when asked to stop; whether the message arrived is then unknown */
    Outcome send(WebhookMessage message) throws InterruptedException;
}
