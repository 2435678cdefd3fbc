package io.casewire.notify.subscription;

import io.casewire.outbound.destination.DestinationRefused;
import io.casewire.outbound.destination.Destinations;
import io.casewire.outbound.destination.Endpoint;
import io.casewire.serving.problem.Problems;
import io.casewire.text.Nearest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads which robot is asked for: of a known provider, at that provider's host. */
@Component
class RobotRoutes {
    private static final int MAX_SECRET = 200;

    private final Destinations destinations;
    private final RobotSettings settings;

    RobotRoutes(Destinations destinations, RobotSettings settings) {
        this.destinations = destinations;
        this.settings = settings;
    }

    /**
     * The route of that robot; adds to {@code wrong} what is wrong with it, and then means nothing.
     *
     * @param before the robot so far, whose URL is kept where none or its shown form is given; null for a new one
     */
    Route read(SubscriptionRequest.Robot asked, Channel.@Nullable Robot before, List<String> wrong) {
        RobotKind kind = kind(asked.kind(), wrong).orElse(null);
        if (kind == null) {
            return Route.NONE;
        }
        if (before != null && (asked.url() == null || asked.url().equals(before.shown()))) {
            String secret = asked.secret() == null ? before.secret() : asked.secret();
            checkSecret(kind, secret, wrong);
            return Route.robot(new Channel.Robot(kind, before.url(), secret));
        }
        checkSecret(kind, asked.secret(), wrong);
        return Route.robot(new Channel.Robot(kind, url(kind, asked.url(), wrong), asked.secret()));
    }

    private static Optional<RobotKind> kind(@Nullable String given, List<String> wrong) {
        if (given == null) {
            wrong.add("A robot needs robot.kind: " + String.join(", ", RobotKind.words()) + ".");
            return Optional.empty();
        }
        Optional<RobotKind> kind = RobotKind.ofWord(given.strip());
        if (kind.isEmpty()) {
            List<String> nearest = Nearest.of(given, RobotKind.words());
            wrong.add("'" + Problems.shortened(given) + "' is no kind of robot."
                    + (nearest.isEmpty() ? "" : " Did you mean " + String.join(" or ", nearest) + "?")
                    + " There are " + String.join(", ", RobotKind.words()) + ".");
        }
        return kind;
    }

    private static void checkSecret(RobotKind kind, @Nullable String secret, List<String> wrong) {
        if (secret == null) {
            return;
        }
        if (!kind.signs()) {
            wrong.add("Robots of " + kind.word() + " have no secret besides their URL.");
        } else if (secret.isEmpty()
                || secret.length() > MAX_SECRET
                || secret.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            wrong.add("A robot's secret is 1 to " + MAX_SECRET + " characters of ASCII without blanks.");
        }
    }

    private String url(RobotKind kind, @Nullable String url, List<String> wrong) {
        if (url == null) {
            wrong.add("A robot needs robot.url.");
            return "";
        }
        try {
            Endpoint endpoint = destinations.parse(url);
            if (!kind.hosts().contains(endpoint.host())
                    && !settings.allowedHosts().contains(endpoint.host())) {
                wrong.add("A robot of " + kind.word() + " is at " + String.join(" or ", kind.hosts()) + ", not at "
                        + endpoint.host() + ".");
                return "";
            }
            return destinations.check(url).uri().toString();
        } catch (DestinationRefused e) {
            wrong.add(String.valueOf(e.getMessage()));
            return "";
        }
    }
}
