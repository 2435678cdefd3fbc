package io.casewire.notify.delivery.channel;

import io.casewire.contracts.id.DeliveryId;
import io.casewire.contracts.id.SubscriptionId;
import io.casewire.notify.subscription.Channel;
import io.casewire.notify.subscription.MailToken;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What links in messages begin with.
 *
 * @param base scheme, host, port and path without a slash at the end; null where the operator has not said it
 */
public record PublicUrl(@Nullable String base) {
    private static final String RECEIPTS = "/api/notify/v1/receipts/";
    private static final String MAIL = "/api/notify/v1/mail/";

    /** Where the receiver confirms. */
    public String confirmation(SubscriptionId id, MailToken token) {
        return base + MAIL + id.value() + "/confirmation?token=" + token.text();
    }

    /** Where the receiver ends it. */
    public String unsubscription(SubscriptionId id, String key) {
        return base + MAIL + id.value() + "/unsubscription?key=" + key;
    }

    /** The log of what a subscription was told; empty where the operator has not said where it is. */
    public Optional<String> log(SubscriptionId id) {
        return Optional.ofNullable(base).map(start -> start + "/api/notify/v1/deliveries?subscription=" + id.value());
    }

    /** Where somebody signs for a message; empty where the operator has not said what links begin with, and for webhooks. */
    public Optional<String> receipt(DeliveryId id, Channel channel) {
        return Optional.ofNullable(base)
                .flatMap(start -> ReceiptToken.of(id, channel).map(token -> start + RECEIPTS + token.text()));
    }

    /** A page about that case; empty where the operator has not said where it is. */
    public Optional<String> page(String caseId) {
        return Optional.ofNullable(base).map(start -> start + "/api/catalog/v1/cases/" + caseId + "/brief?format=html");
    }
}
