package io.casewire.notify.subscription;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the messages of a subscription go, as it is stored: flat in its document. At most one of the channels is set.
 *
 * @param url of the webhook; empty for another channel, and for none
 * @param secrets of the webhook
 * @param mailbox of a subscription by mail
 * @param robot of a subscription by robot
 */
record Route(String url, Secrets secrets, @Nullable Mailbox mailbox, Channel.@Nullable Robot robot) {
    /** Of a subscription that a feed alone tells, and of a deleted one: nothing is sent. */
    static final Route NONE = new Route("", Secrets.NONE, null, null);

    static Route webhook(String url, Secrets secrets) {
        return new Route(url, secrets, null, null);
    }

    static Route mail(Mailbox mailbox) {
        return new Route("", Secrets.NONE, mailbox, null);
    }

    static Route robot(Channel.Robot robot) {
        return new Route("", Secrets.NONE, null, robot);
    }

    /** The same kind of channel, to where another says; secrets stay, and at the same address what a receiver has confirmed. */
    Route to(Route other) {
        if (mailbox != null) {
            Mailbox next = Objects.requireNonNull(other.mailbox());
            return next.address().equals(mailbox.address()) ? this : other;
        }
        if (url.isEmpty()) {
            return other;
        }
        return other.url().equals(url)
                ? this
                : webhook(other.url(), secrets.with(other.secrets().verification()));
    }

    /** The same, with what was refused forgotten: a receiver of mail has all its trials again. */
    Route afresh() {
        return mailbox == null || mailbox.bounces() == 0 ? this : mail(mailbox.bounced(0));
    }

    /** Whether the receiver there is asked before it is sent messages. */
    boolean asksFirst() {
        return mailbox != null || secrets.asking();
    }

    boolean isLike(Route other) {
        return url.isEmpty() == other.url().isEmpty()
                && (mailbox == null) == (other.mailbox() == null)
                && (robot == null ? null : robot.kind())
                        == (other.robot() == null ? null : other.robot().kind());
    }

    /** How it is told at that time. */
    Way way(Instant now) {
        if (robot != null) {
            return robot;
        }
        if (mailbox != null) {
            return mailbox.channel();
        }
        return url.isEmpty() ? new Way.Feed() : new Channel.Webhook(url, secrets.at(now), secrets.verified());
    }
}
