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
        @Nullable WebhookView webhook,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable EmailView email,
        @Nullable RobotView robot) {

    static SubscriptionView of(Subscription subscription, @Nullable SigningSecret secret) {
        return new SubscriptionView(
                subscription.id(),
                subscription.agency(),
                subscription.criteria(),
                subscription.includeHistory(),
                subscription.active(),
                subscription.activity().inactiveReason(),
                subscription.url().isEmpty() ? null : WebhookView.of(subscription, secret),
                subscription.version(),
                subscription.createdAt(),
                subscription.updatedAt(),
                EmailView.of(subscription.mailbox()),
                RobotView.of(subscription.robot()));
    }

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
     */
    record WebhookView(
            String url, @Nullable String secret, @Nullable Instant previousSecretUntil) {
        static WebhookView of(Subscription subscription, @Nullable SigningSecret secret) {
            return new WebhookView(
                    subscription.url(),
                    secret == null ? null : secret.text(),
                    subscription.secrets().previousUntil());
        }

        @Override
        public String toString() {
            return "Webhook";
        }
    }
}
