package io.casewire.notify.subscription;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the messages of a subscription go, as it is stored: flat in its document. Just one of the channels is set.
 *
 * @param url of the webhook; empty for another channel
 * @param secrets of the webhook
 * @param mailbox of a subscription by mail
 * @param robot of a subscription by robot
 */
record Route(String url, Secrets secrets, @Nullable Mailbox mailbox, Channel.@Nullable Robot robot) {
    /** Of a deleted subscription. */
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

    /** The same kind of channel, to where another says; secrets stay, and what a receiver has confirmed. */
    Route to(Route other) {
        if (mailbox != null) {
            Mailbox next = Objects.requireNonNull(other.mailbox());
            return next.address().equals(mailbox.address()) ? this : other;
        }
        return robot == null ? webhook(other.url(), secrets) : other;
    }

    boolean isLike(Route other) {
        return (mailbox == null) == (other.mailbox() == null)
                && (robot == null ? null : robot.kind())
                        == (other.robot() == null ? null : other.robot().kind());
    }

    /** What is sent over. */
    Channel channel(Instant now) {
        if (robot != null) {
            return robot;
        }
        return mailbox == null ? new Channel.Webhook(url, secrets.at(now)) : mailbox.channel();
    }
}
