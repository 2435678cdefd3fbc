package io.casewire.benchmarks.catalogue;

import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Zone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What people might ask of invented cases: a word, two, a title, a zone with a topic, a unit, a figure, a filter. */
final class InventedQueries {
    private static final List<Zone> ZONES = Gazetteer.standard().zonesAsOf(LocalDate.of(2025, 1, 1));

    /**
     * A search.
     *
     * @param words as typed
     * @param filters parameters beside
     */
    record Asked(String words, Map<String, String> filters) {}

    private InventedQueries() {}

    /** As many as asked for, the kinds in turn; the same seed gives the same. */
    static List<Asked> of(int count, InventedCases cases, int stored, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Asked> queries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String subject = Vocabulary.of(Vocabulary.SUBJECTS, random);
            String object = Vocabulary.of(Vocabulary.OBJECTS, random);
            queries.add(
                    switch (i % 7) {
                        case 0 -> new Asked(subject, Map.of());
                        case 1 -> new Asked(subject + " " + object, Map.of());
                        case 2 ->
                            new Asked(cases.content(random.nextInt(stored)).title(), Map.of());
                        case 3 -> new Asked(Vocabulary.of(ZONES, random).name() + " " + object, Map.of());
                        case 4 ->
                            new Asked(
                                    Vocabulary.of(Vocabulary.UNITS, random) + Vocabulary.of(Vocabulary.WAYS, random),
                                    Map.of());
                        case 5 -> new Asked(Vocabulary.of(Vocabulary.INDICATORS, random) + "压缩50%以上", Map.of());
                        default ->
                            new Asked(
                                    Vocabulary.of(Vocabulary.WAYS, random),
                                    Map.of("zone", Vocabulary.of(ZONES, random).name()));
                    });
        }
        return queries;
    }
}
