package io.casewire.notify.subscription;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How messages of a subscription travel, and where to. What is secret in it is never printed. */
public sealed interface Channel extends Way {
    /** The word for it in requests and in what ids of deliveries are derived from; never changed. */
    default String word() {
        return switch (this) {
            case Webhook _ -> "webhook";
            case Email _ -> "email";
            case Robot _ -> "robot";
        };
    }

    /**
     * A POST to the subscriber's own server.
     *
     * @param url as checked when it was subscribed; may hold a secret of the receiver
     * @param secrets to sign with, the newest first
     * @param verified whether the receiver may be sent messages, or only the challenge
     */
    record Webhook(String url, List<SigningSecret> secrets, boolean verified) implements Channel {
        public Webhook {
            secrets = List.copyOf(secrets);
        }

        @Override
        public String toString() {
            return "webhook";
        }
    }

    /**
     * A mail.
     *
     * @param key lets whoever has the mail end the subscription
     * @param confirmed whether the receiver has said that it wants them
     * @param bounces messages in a row that were refused for good
     */
    record Email(String address, String key, boolean confirmed, int bounces) implements Channel {
        @Override
        public String toString() {
            return "email";
        }
    }

    /**
     * A message to a group by its robot.
     *
     * @param url of the robot; whoever has it can write to the group
     * @param secret to sign with; null where the robot has none
     */
    record Robot(RobotKind kind, String url, @Nullable String secret) implements Channel {
        private static final int SHOWN = 4;

        /** Enough of the URL to know which one it is, and not enough to use it. */
        public String shown() {
            int host = url.indexOf('/', url.indexOf("://") + 3);
            String start = host < 0 ? url : url.substring(0, host);
            return start + "/…" + (url.length() - host > 8 * SHOWN ? url.substring(url.length() - SHOWN) : "");
        }

        @Override
        public String toString() {
            return "robot of " + kind.word();
        }
    }
}
