package io.casewire.notify.subscription;

import io.casewire.gazetteer.Gazetteer;
import io.casewire.notify.destination.DestinationRefused;
import io.casewire.notify.destination.Destinations;
import io.casewire.notify.destination.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a subscription must keep to. All that is wrong is told at once. */
@Component
class Requirements {
    private static final int MOST_VALUES = 100;
    private static final int LONGEST_VALUE = 100;
    private static final int LONGEST_QUERY = 200;
    private static final int MOST_TERMS = 10;

    private final Gazetteer gazetteer = Gazetteer.standard();
    private final Destinations destinations;

    Requirements(Destinations destinations) {
        this.destinations = destinations;
    }

    /**
     * The criteria of that wish.
     *
     * @throws InvalidSubscription when something in it cannot be granted
     */
    Granted check(SubscriptionWish wish) {
        List<String> wrong = new ArrayList<>();
        Criteria criteria = wish.criteria();
        if (criteria.lists().anyMatch(values -> values.size() > MOST_VALUES)) {
            wrong.add("A criterion takes at most " + MOST_VALUES + " values.");
        }
        checkNames("units", criteria.units(), wrong);
        criteria.zones().stream()
                .filter(zone -> gazetteer.zoneNamed(zone).isEmpty())
                .forEach(zone ->
                        wrong.add("There is no pilot free trade zone '" + shortened(zone) + "'; write 湖南自贸试验区."));
        criteria.regions().stream()
                .filter(region -> gazetteer.region(region).isEmpty())
                .forEach(region -> wrong.add("There is no region with the code '" + shortened(region) + "'."));
        checkQuery(criteria, wrong);
        String url = url(wish.webhook(), wrong);
        SigningSecret secret = secret(wish.webhook(), wrong);
        if (!wrong.isEmpty()) {
            throw new InvalidSubscription(wrong);
        }
        return new Granted(criteria, url, secret);
    }

    private static void checkNames(String what, Set<String> names, List<String> wrong) {
        if (names.stream().anyMatch(name -> name.isBlank() || name.length() > LONGEST_VALUE)) {
            wrong.add("Names in " + what + " have 1 to " + LONGEST_VALUE + " characters.");
        }
    }

    private static void checkQuery(Criteria criteria, List<String> wrong) {
        String query = criteria.query();
        if (query == null) {
            return;
        }
        if (query.length() > LONGEST_QUERY || criteria.terms().size() > MOST_TERMS) {
            wrong.add("A query has at most " + LONGEST_QUERY + " characters and " + MOST_TERMS + " terms.");
        }
        if (criteria.terms().stream().anyMatch(term -> term.codePointCount(0, term.length()) < 2)) {
            wrong.add("Each term of a query has at least two characters.");
        }
    }

    private String url(SubscriptionWish.@Nullable Webhook webhook, List<String> wrong) {
        String url = webhook == null ? null : webhook.url();
        if (url == null) {
            wrong.add("A subscription needs webhook.url.");
            return "";
        }
        try {
            Endpoint endpoint = destinations.check(url);
            return endpoint.uri().toString();
        } catch (DestinationRefused e) {
            wrong.add(e.getMessage());
            return "";
        }
    }

    private static @Nullable SigningSecret secret(SubscriptionWish.@Nullable Webhook webhook, List<String> wrong) {
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

    private static String shortened(String value) {
        return value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
    }

    /**
     * A wish that can be granted.
     *
     * @param secret null where the subscriber leaves it to the service
     */
    record Granted(Criteria criteria, String url, @Nullable SigningSecret secret) {}
}
