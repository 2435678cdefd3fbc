package io.casewire.notify.subscription;

import io.casewire.identity.Names;
import io.casewire.notify.rhythm.Timing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a subscription must keep to. All that is wrong is said at once. */
@Component
class Requirements {
    private final Routes routes;

    Requirements(Routes routes) {
        this.routes = routes;
    }

    /**
     * What that request asks for.
     *
     * @param before where the subscription went so far; {@link Route#NONE} for a new one
     * @throws InvalidSubscription when something in it is not understood or not allowed
     */
    Valid check(SubscriptionRequest request, Route before, Instant now) {
        List<String> wrong = new ArrayList<>();
        Criteria criteria = criteria(request, wrong);
        String name = name(request.name(), wrong);
        Timing timing = new Timings(wrong).read(request);
        Route route = routes.read(request, before, wrong);
        if (request.expiresAt() != null && !request.expiresAt().isAfter(now)) {
            wrong.add("expiresAt has passed: name a time to come, or leave it out.");
        }
        if (!wrong.isEmpty()) {
            throw new InvalidSubscription(wrong);
        }
        return new Valid(name, criteria, route, request.expiresAt(), timing);
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

    /** A request that is understood and allowed. */
    record Valid(
            @Nullable String name,
            Criteria criteria,
            Route route,
            @Nullable Instant expiresAt,
            Timing timing) {}
}
