package io.casewire.notify.subscription;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A subscription as its owner sees it. */
record SubscriptionView(
        String id,
        String agency,
        @JsonUnwrapped Criteria criteria,
        boolean includeHistory,
        boolean active,
        @Nullable String inactiveReason,
        WebhookView webhook,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static SubscriptionView of(Subscription subscription, @Nullable SigningSecret secret) {
        return new SubscriptionView(
                subscription.id(),
                subscription.agency(),
                subscription.criteria(),
                subscription.includeHistory(),
                subscription.active(),
                subscription.activity().inactiveReason(),
                new WebhookView(
                        subscription.url(),
                        secret == null ? null : secret.text(),
                        subscription.secrets().previousUntil()),
                subscription.version(),
                subscription.createdAt(),
                subscription.updatedAt());
    }

    /**
     * Where to.
     *
     * @param secret only in the answer that made it
     * @param previousSecretUntil until when messages carry the signature of the previous secret as well
     */
    record WebhookView(
            String url, @Nullable String secret, @Nullable Instant previousSecretUntil) {
        @Override
        public String toString() {
            return "Webhook";
        }
    }
}
