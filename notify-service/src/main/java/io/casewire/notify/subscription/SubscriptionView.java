package io.casewire.notify.subscription;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as its owner sees it.
 *
 * @param agency owner: its name, or {@code 地区：} and the code of a region
 * @param state whether it is told of anything now
 * @param webhook null where a feed is all that tells
 */
record SubscriptionView(
        String id,
        String agency,
        @Nullable String name,
        @JsonUnwrapped Criteria criteria,
        boolean includeHistory,
        boolean active,
        Subscription.State state,
        @Nullable String inactiveReason,
        @Nullable Instant expiresAt,
        @Nullable WebhookView webhook,
        FeedView feed,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static SubscriptionView of(Subscription subscription, @Nullable SigningSecret secret, Instant now) {
        return new SubscriptionView(
                subscription.id(),
                subscription.agency(),
                subscription.name(),
                subscription.criteria(),
                subscription.includeHistory(),
                subscription.active(),
                subscription.stateAt(now),
                subscription.activity().inactiveReason(),
                subscription.expiresAt(),
                webhook(subscription, secret),
                new FeedView(!subscription.hasWebhook(), subscription.feedHash() != null),
                subscription.version(),
                subscription.createdAt(),
                subscription.updatedAt());
    }

    private static @Nullable WebhookView webhook(Subscription subscription, @Nullable SigningSecret secret) {
        return subscription.hasWebhook()
                ? new WebhookView(
                        subscription.url(),
                        secret == null ? null : secret.text(),
                        subscription.secrets().previousUntil())
                : null;
    }

    /**
     * The private feed.
     *
     * @param only whether nothing else tells
     * @param open whether there is an address it can be read at
     */
    record FeedView(boolean only, boolean open) {}

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
