package io.casewire.gazetteer;

import java.util.List;

/**
 * A named set of places, e.g. 沿海地区. Ask {@link Gazetteer#members} who belongs to it on a day. The sets are rows of {@code sets.csv}, their
 * members with days rows of {@code set-members.csv}.
 *
 * @param id e.g. {@code coastal}; two definitions of one name are two sets (the other is {@code coastal-with-beijing})
 * @param aliases other names for it
 * @param definition one sentence, in English
 */
public record RegionSet(
        String id, String name, List<String> aliases, String definition, Certainty certainty, List<Member> members)
        implements Referent {

    public RegionSet {
        aliases = List.copyOf(aliases);
        members = List.copyOf(members);
    }

    /** The same with these names and members. */
    RegionSet with(List<String> names, List<Member> places) {
        return new RegionSet(id, name, names, definition, certainty, places);
    }

    /**
     * One place's membership.
     *
     * @param id of a region or zone
     */
    public record Member(String id, Validity validity) {}
}
