package io.casewire.notify.subscription;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.casewire.notify.rhythm.Quiet;
import io.casewire.notify.rhythm.Rhythm;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as its owner sees it.
 *
 * @param agency owner: its name, or {@code 地区：} and the code of a region
 * @param state whether it is told of anything now
 * @param webhook null where it is told otherwise, as {@code email} and {@code robot} are
 * @param digest null where it is told at once
 * @param quiet null where messages never wait
 * @param group {@code DOCUMENT}, or null where each event has a message of its own
 * @param givenUpAt when the service switched it off as nothing reached its receiver; null where it did not
 */
record SubscriptionView(
        String id,
        String agency,
        @Nullable String name,
        @JsonUnwrapped Criteria criteria,
        boolean includeHistory,
        boolean active,
        State state,
        @Nullable String inactiveReason,
        @Nullable Instant expiresAt,
        @Nullable WebhookView webhook,
        FeedView feed,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable EmailView email,
        @Nullable RobotView robot,
        @Nullable Rhythm digest,
        @Nullable Quiet quiet,
        @Nullable String group,
        @Nullable Instant givenUpAt) {

    static SubscriptionView of(Subscription subscription, @Nullable SigningSecret secret, Instant now) {
        State state = subscription.stateAt(now);
        return new SubscriptionView(
                subscription.id(),
                subscription.agency(),
                subscription.name(),
                subscription.criteria(),
                subscription.includeHistory(),
                subscription.active() && state != State.WAITING,
                state,
                reason(subscription, state),
                subscription.expiresAt(),
                subscription.hasWebhook() ? WebhookView.of(subscription, secret) : null,
                new FeedView(!subscription.sends(), subscription.feedHash() != null),
                subscription.version(),
                subscription.createdAt(),
                subscription.updatedAt(),
                EmailView.of(subscription.mailbox()),
                RobotView.of(subscription.robot()),
                subscription.told().digest(),
                subscription.told().quiet(),
                subscription.told().byDocument() ? "DOCUMENT" : null,
                subscription.givenUp().map(GivenUp::at).orElse(null));
    }

    private static @Nullable String reason(Subscription subscription, State state) {
        Verification asked = subscription.secrets().verification();
        return state == State.WAITING && asked != null
                ? asked.reason()
                : subscription.activity().inactiveReason();
    }

    /**
     * The private feed.
     *
     * @param only whether nothing else tells
     * @param open whether there is an address it can be read at
     */
    record FeedView(boolean only, boolean open) {}

    /**
     * By mail.
     *
     * @param confirmedAt when the receiver said that it wants them; null where it has not
     */
    record EmailView(
            String address,
            Mailbox.Status status,
            @Nullable Instant confirmedAt,
            @Nullable Instant unsubscribedAt) {
        static @Nullable EmailView of(@Nullable Mailbox mailbox) {
            return mailbox == null
                    ? null
                    : new EmailView(
                            mailbox.address(), mailbox.status(), mailbox.confirmedAt(), mailbox.unsubscribedAt());
        }

        @Override
        public String toString() {
            return "Email";
        }
    }

    /**
     * By robot.
     *
     * @param url enough of it to know which one it is
     * @param signed whether it has a secret
     */
    record RobotView(RobotKind kind, String url, boolean signed) {
        static @Nullable RobotView of(Channel.@Nullable Robot robot) {
            return robot == null ? null : new RobotView(robot.kind(), robot.shown(), robot.secret() != null);
        }
    }

    /**
     * As webhooks.
     *
     * @param secret only in the answer that made it
     * @param previousSecretUntil until when messages carry the signature of the previous secret as well
     * @param verifiedAt when the endpoint repeated a challenge; null where it has not, or need not
     */
    record WebhookView(
            String url,
            @Nullable String secret,
            @Nullable Instant previousSecretUntil,
            @Nullable Instant verifiedAt) {
        static WebhookView of(Subscription subscription, @Nullable SigningSecret secret) {
            Verification asked = subscription.secrets().verification();
            return new WebhookView(
                    subscription.url(),
                    secret == null ? null : secret.text(),
                    subscription.secrets().previousUntil(),
                    asked == null ? null : asked.verifiedAt());
        }

        @Override
        public String toString() {
            return "Webhook";
        }
    }
}
