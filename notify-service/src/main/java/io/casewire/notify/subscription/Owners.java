package io.casewire.notify.subscription;

import io.casewire.gazetteer.Gazetteer;
import io.casewire.identity.Caller;
import io.casewire.identity.Names;
import io.casewire.identity.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** To whom a subscription belongs that somebody asks for. */
final class Owners {
    private static final Gazetteer GAZETTEER = Gazetteer.standard();

    private Owners() {}

    /**
     * The agency that is named, or the caller's; else the region that subscribes, or for which a coordinator or operator does.
     *
     * @throws InvalidSubscription where the caller may not make that subscription
     */
    static String of(SubscriptionRequest request, Criteria criteria, Caller caller) {
        if (request.agency() != null) {
            return named(request.agency(), caller);
        }
        if (caller.agency() != null && caller.has(Role.AGENCY, Role.OPERATOR)) {
            return caller.agency();
        }
        String concerned = criteria.particulars().concerns();
        if (concerned == null) {
            throw new InvalidSubscription(
                    caller.has(Role.OPERATOR)
                            ? "An operator names the agency of a subscription."
                            : "A region subscribes to what concerns it: say whom with \"concerns\".");
        }
        if (caller.has(Role.COORDINATOR, Role.OPERATOR)) {
            return Reach.ofRegion(concerned);
        }
        String own = Optional.ofNullable(caller.region()).map(Reach::ofRegion).orElse("");
        checkConcern(own, criteria);
        return own;
    }

    /** A region's subscription stays with the region and what lies in it. */
    static void checkConcern(String owner, Criteria criteria) {
        Optional<String> region = Reach.region(owner);
        String concerned = criteria.particulars().concerns();
        if (region.isPresent() && !standsOver(region.get(), concerned)) {
            throw new InvalidSubscription("A region subscribes to what concerns itself or what lies in it, here "
                    + region.get() + ", not " + (concerned == null ? "others" : "'" + concerned + "'") + ".");
        }
    }

    private static boolean standsOver(String own, @Nullable String concerned) {
        return concerned != null
                && (concerned.equals(own)
                        || GAZETTEER
                                .place(concerned)
                                .filter(place -> GAZETTEER.above(place).contains(own))
                                .isPresent());
    }

    private static String named(String agency, Caller caller) {
        String wanted;
        try {
            // the spelling that the agency's own tokens have
            wanted = Names.canonical("agency", agency);
        } catch (IllegalArgumentException e) {
            throw new InvalidSubscription(String.valueOf(e.getMessage()));
        }
        if (!caller.has(Role.OPERATOR) && !(caller.has(Role.AGENCY) && wanted.equals(caller.agency()))) {
            throw new InvalidSubscription("An agency subscribes for itself only, not for '" + wanted + "'.");
        }
        return wanted;
    }
}
