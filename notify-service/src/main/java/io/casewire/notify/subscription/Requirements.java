package io.casewire.notify.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
    Valid check(SubscriptionRequest request, Route before) {
        List<String> wrong = new ArrayList<>();
        Criteria criteria = criteria(request, wrong);
        Route route = routes.read(request, before, wrong);
        if (!wrong.isEmpty()) {
            throw new InvalidSubscription(wrong);
        }
        return new Valid(criteria, route);
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
                names.query("query", request.query()));
        wrong.addAll(names.problems());
        checkAllCases(request, wrong);
        return criteria;
    }

    /** Everything is much to be asked for by leaving something out. */
    private static void checkAllCases(SubscriptionRequest request, List<String> wrong) {
        boolean restricted = Stream.of(
                        request.kinds(),
                        request.domains(),
                        request.zones(),
                        request.areas(),
                        request.regions(),
                        request.units(),
                        request.originality(),
                        request.scopes(),
                        request.query())
                .anyMatch(Objects::nonNull);
        boolean all = Boolean.TRUE.equals(request.allCases());
        if (all && restricted) {
            wrong.add("allCases asks for every event of cases: leave it out, or leave the criteria out.");
        } else if (!all && !restricted) {
            wrong.add("No criterion is given; ask for every event of cases with \"allCases\": true.");
        }
    }

    /** A request that is understood and allowed. */
    record Valid(Criteria criteria, Route route) {}
}
