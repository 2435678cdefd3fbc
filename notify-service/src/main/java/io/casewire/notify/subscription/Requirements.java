package io.casewire.notify.subscription;

import io.casewire.identity.Names;
import io.casewire.outbound.destination.DestinationRefused;
import io.casewire.outbound.destination.Destinations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a subscription must keep to. All that is wrong is said at once. */
@Component
class Requirements {
    private final Destinations destinations;

    Requirements(Destinations destinations) {
        this.destinations = destinations;
    }

    /**
     * What that request asks for.
     *
     * @throws InvalidSubscription when something in it is not understood or not allowed
     */
    Valid check(SubscriptionRequest request, Instant now) {
        List<String> wrong = new ArrayList<>();
        Criteria criteria = criteria(request, wrong);
        String name = name(request.name(), wrong);
        String url = url(request, wrong);
        SigningSecret secret = secret(request.webhook(), wrong);
        if (request.expiresAt() != null && !request.expiresAt().isAfter(now)) {
            wrong.add("expiresAt has passed: name a time to come, or leave it out.");
        }
        if (!wrong.isEmpty()) {
            throw new InvalidSubscription(wrong);
        }
        return new Valid(name, criteria, url, secret, request.expiresAt());
    }

    static Criteria criteria(SubscriptionRequest request, List<String> wrong) {
        CriteriaNames names = new CriteriaNames();
        Criteria criteria = new Criteria(
                names.kinds("kinds", request.kinds()),
                names.domains("domains", request.domains()),
                names.zones("zones", request.zones()),
                names.areas("areas", request.areas()),
                names.regions("regions", request.regions()),
                names.units("units", request.units()),
                names.originality("originality", request.originality()),
                names.scopes("scopes", request.scopes()),
                names.query("query", request.query()),
                new Particulars(
                        names.strengths("strengths", request.strengths()),
                        names.genres("genres", request.genres()),
                        names.instruments("instruments", request.instruments()),
                        names.levels("levels", request.levels()),
                        names.statuses("statuses", request.statuses()),
                        names.outcomes("outcomes", request.outcomes()),
                        names.concerns("concerns", request.concerns())));
        names.checkKinds("kinds", criteria);
        wrong.addAll(names.problems());
        checkAllCases(request, wrong);
        return criteria;
    }

    /** Everything is much to be asked for by leaving something out. */
    private static void checkAllCases(SubscriptionRequest request, List<String> wrong) {
        boolean restricted = request.asksSomething();
        boolean all = Boolean.TRUE.equals(request.allCases());
        if (all && restricted) {
            wrong.add("allCases asks for every event of cases: leave it out, or leave the criteria out.");
        } else if (!all && !restricted) {
            wrong.add("No criterion is given; ask for every event of cases with \"allCases\": true.");
        }
    }

    /** The owner's own label; what cannot be seen could not be told apart. */
    private static @Nullable String name(@Nullable String given, List<String> wrong) {
        try {
            return given == null ? null : Names.canonical("name", given);
        } catch (IllegalArgumentException e) {
            wrong.add(String.valueOf(e.getMessage()));
            return null;
        }
    }

    private String url(SubscriptionRequest request, List<String> wrong) {
        String url = request.webhook() == null ? null : request.webhook().url();
        if (Boolean.TRUE.equals(request.feed())) {
            if (request.webhook() != null) {
                wrong.add(
                        "A subscription has a webhook or \"feed\": true; one with a webhook can be read as a feed too.");
            }
            return "";
        }
        if (url == null) {
            wrong.add("A subscription needs webhook.url, or \"feed\": true.");
            return "";
        }
        try {
            return destinations.check(url).uri().toString();
        } catch (DestinationRefused e) {
            wrong.add(e.getMessage());
            return "";
        }
    }

    private static @Nullable SigningSecret secret(SubscriptionRequest.@Nullable Webhook webhook, List<String> wrong) {
        String text = webhook == null ? null : webhook.secret();
        return text == null ? null : secret(text, wrong);
    }

    static @Nullable SigningSecret secret(String text, List<String> wrong) {
        SigningSecret secret = SigningSecret.read(text).orElse(null);
        if (secret == null) {
            wrong.add("A secret is whsec_ and 24 to 64 bytes in Base64.");
        }
        return secret;
    }

    /**
     * A request that is understood and allowed.
     *
     * @param url empty where a feed is all that tells
     * @param secret null where the subscriber leaves it to the service
     */
    record Valid(
            @Nullable String name,
            Criteria criteria,
            String url,
            @Nullable SigningSecret secret,
            @Nullable Instant expiresAt) {
        Secrets secrets() {
            if (url.isEmpty()) {
                return Secrets.NONE;
            }
            return Secrets.of(secret == null ? SigningSecret.draw() : secret);
        }
    }
}
