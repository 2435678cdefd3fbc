package io.casewire.benchmarks.notify;

import io.casewire.benchmarks.catalogue.Vocabulary;
import io.casewire.contracts.parsed.Domain;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Zone;
import io.casewire.notify.subscription.Criteria;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What offices might ask for of invented cases; the same number gives the same. */
final class InventedSubscriptions {
    private static final List<Domain> DOMAINS = List.of(Domain.values());
    private static final List<Zone> ZONES = Gazetteer.standard().zonesAsOf(LocalDate.of(2025, 1, 1));
    private static final int KINDS = 10;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private InventedSubscriptions() {}

    /**
     * All of what is set.
     *
     * @param words as they stand in the text
     */
    record Asked(
            @Nullable Domain domain,
            @Nullable String zone,
            @Nullable String unit,
            @Nullable String words) {
        Criteria criteria() {
            return new Criteria(
                    null,
                    domain == null ? null : Set.of(domain),
                    zone == null ? null : Set.of(zone),
                    null,
                    null,
                    unit == null ? null : Set.of(unit),
                    null,
                    null,
                    words == null ? null : "“" + words + "”");
        }
    }

    /** Three of ten ask for a subject, three for a unit in a zone, two for a name that hardly a case has, two for a word of a unit's in a field. */
    static Asked of(int number) {
        SplittableRandom random = new SplittableRandom((number + 1) * SPREAD);
        int kind = number % KINDS;
        if (kind < 3) {
            return new Asked(
                    null,
                    null,
                    null,
                    Vocabulary.of(Vocabulary.SUBJECTS, random) + Vocabulary.of(Vocabulary.OBJECTS, random));
        }
        if (kind < 6) {
            return new Asked(null, Vocabulary.of(ZONES, random).name(), Vocabulary.of(Vocabulary.UNITS, random), null);
        }
        if (kind < 8) {
            return new Asked(null, null, null, Vocabulary.coined(random));
        }
        return new Asked(
                Vocabulary.of(DOMAINS, random),
                null,
                Vocabulary.of(Vocabulary.UNITS, random),
                Vocabulary.of(Vocabulary.WAYS, random));
    }
}
