package io.casewire.notify.subscription;

import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Whose subscriptions and deliveries a caller sees and changes. Owners are agencies, by the name in their tokens, and regions, by a
 * name that no agency can have: its colon is one that {@link io.casewire.identity.Names} writes otherwise.
 *
 * @param all everybody's
 * @param regions those of every region
 * @param owners those of these
 */
public record Reach(boolean all, boolean regions, Set<String> owners) {
    private static final String REGION = "地区：";

    public Reach {
        owners = Set.copyOf(owners);
    }

    /** What lies within the reach of that caller. */
    public static Reach of(Caller caller) {
        Set<String> owners = new LinkedHashSet<>();
        if (caller.agency() != null && caller.has(Role.AGENCY)) {
            owners.add(caller.agency());
        }
        if (caller.region() != null && caller.has(Role.REGION)) {
            owners.add(ofRegion(caller.region()));
        }
        return new Reach(caller.has(Role.OPERATOR), caller.has(Role.COORDINATOR), owners);
    }

    /** Whether what belongs to that owner lies within. */
    public boolean covers(String owner) {
        return all || owners.contains(owner) || (regions && owner.startsWith(REGION));
    }

    /** The same, asked of the owner in a document of the store. */
    public Criteria condition(String field) {
        if (all) {
            return new Criteria();
        }
        Criteria named = Criteria.where(field).in(owners);
        return regions ? new Criteria().orOperator(named, Criteria.where(field).regex("^" + REGION)) : named;
    }

    /** The owner that is the region, zone or area of that code. */
    static String ofRegion(String code) {
        return REGION + code;
    }

    /** The code of the region, zone or area an owner is; empty for an agency. */
    static Optional<String> region(String owner) {
        return owner.startsWith(REGION) ? Optional.of(owner.substring(REGION.length())) : Optional.empty();
    }
}
