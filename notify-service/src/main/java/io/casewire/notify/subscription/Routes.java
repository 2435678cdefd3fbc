package io.casewire.notify.subscription;

import io.casewire.notify.subscription.SubscriptionRequest.Webhook;
import io.casewire.outbound.destination.DestinationRefused;
import io.casewire.outbound.destination.Destinations;
import io.casewire.outbound.destination.Endpoint;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads where messages are asked to go: over one channel, which is offered here, and to where it may be, or nowhere but into a feed. */
@Component
class Routes {
    private final Destinations destinations;
    private final MailOffer mail;
    private final RobotRoutes robots;
    private final VerificationSettings verifying;
    private final InstantSource clock;

    Routes(
            Destinations destinations,
            MailOffer mail,
            RobotRoutes robots,
            VerificationSettings verifying,
            InstantSource clock) {
        this.destinations = destinations;
        this.mail = mail;
        this.robots = robots;
        this.verifying = verifying;
        this.clock = clock;
    }

    /**
     * The route of that request; adds to {@code wrong} what is wrong with it, and then means nothing.
     *
     * @param before where the subscription went so far; {@link Route#NONE} for a new one
     */
    Route read(SubscriptionRequest request, Route before, List<String> wrong) {
        boolean feedAlone = Boolean.TRUE.equals(request.feed());
        long named = Stream.of(request.webhook(), request.email(), request.robot())
                .filter(Objects::nonNull)
                .count();
        if (named + (feedAlone ? 1 : 0) > 1) {
            wrong.add(
                    "A subscription names one channel, webhook, email, robot or \"feed\": true: make another one for the"
                            + " other. Every one can be read as a feed too.");
            return Route.NONE;
        }
        if (feedAlone) {
            return Route.NONE;
        }
        if (request.email() != null) {
            return mail(request.email().address(), wrong);
        }
        if (request.robot() != null) {
            return robots.read(request.robot(), before.robot(), wrong);
        }
        if (request.webhook() == null) {
            wrong.add("A subscription names its channel: it needs webhook.url, email.address, robot.url or"
                    + " \"feed\": true.");
            return Route.NONE;
        }
        return webhook(request.webhook(), wrong);
    }

    /** What of that request a subscription of before may not change to. */
    static void keeps(Route before, Route asked, SubscriptionRequest request) {
        if (request.webhook() != null && request.webhook().secret() != null) {
            throw new InvalidSubscription("A secret is changed by POST to …/secret.");
        }
        if (!before.isLike(asked)) {
            throw new InvalidSubscription("A subscription stays with its channel: make another one for the other.");
        }
    }

    static @Nullable SigningSecret secret(String text, List<String> wrong) {
        SigningSecret secret = SigningSecret.read(text).orElse(null);
        if (secret == null) {
            wrong.add("A secret is whsec_ and 24 to 64 bytes in Base64.");
        }
        return secret;
    }

    private Route webhook(Webhook webhook, List<String> wrong) {
        SigningSecret secret = webhook.secret() == null ? SigningSecret.draw() : secret(webhook.secret(), wrong);
        Endpoint endpoint = endpoint(webhook, wrong).orElse(null);
        if (secret == null || endpoint == null) {
            return Route.NONE;
        }
        Verification asked = verifying.concerns(endpoint.host()) ? Verification.asked(clock.instant()) : null;
        return Route.webhook(endpoint.uri().toString(), Secrets.of(secret).with(asked));
    }

    private Optional<Endpoint> endpoint(Webhook webhook, List<String> wrong) {
        if (webhook.url() == null) {
            wrong.add("A subscription needs webhook.url.");
            return Optional.empty();
        }
        try {
            return Optional.of(destinations.check(webhook.url()));
        } catch (DestinationRefused e) {
            wrong.add(e.getMessage());
            return Optional.empty();
        }
    }

    private Route mail(@Nullable String address, List<String> wrong) {
        mail.missing().ifPresent(wrong::add);
        if (address == null) {
            wrong.add("A subscription by mail needs email.address.");
            return Route.NONE;
        }
        try {
            return Route.mail(Mailbox.asked(MailAddress.parse(address).value(), clock.instant()));
        } catch (IllegalArgumentException e) {
            wrong.add(String.valueOf(e.getMessage()));
            return Route.NONE;
        }
    }
}
