package io.casewire.replication.statistics;

import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.parsed.Domain;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Place;
import io.casewire.replication.tally.Dimension;
import io.casewire.replication.tally.Tallies;

/** What people call the groups of counts. */
final class Names {
    private final Gazetteer gazetteer;
    private final Tallies tallies;

    Names(Gazetteer gazetteer, Tallies tallies) {
        this.gazetteer = gazetteer;
        this.tallies = tallies;
    }

    String of(Dimension by, String key) {
        return switch (by) {
            case DOMAIN -> Domain.ofSlug(key).orElse(Domain.OTHER).chineseName();
            case REGION -> region(key);
            case CASE -> tallies.title(new CaseId(key));
            case LEVEL, INSTRUMENT, STRENGTH -> key;
        };
    }

    /** The region's name; its code where the gazetteer does not know it. */
    String region(String code) {
        return gazetteer.place(code).map(Place::name).orElse(code);
    }
}
