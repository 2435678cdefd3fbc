package io.casewire.replication.obligation;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.casewire.contracts.parsed.PolicyDocument;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.serving.store.GuardedWrites;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;

/** The days of instruments in the store, by whoever announces them. One that is withdrawn leaves its id behind. */
final class Instruments {
    private static final String COLLECTION = "instruments";
    private static final String KEYS = "keys";
    private static final String DAY = "day";
    private static final String APPLIED = "applied";

    private final MongoTemplate store;

    Instruments(MongoTemplate store) {
        this.store = store;
    }

    /** Declares the indexes the queries of this class need. */
    static void index(MongoTemplate store) {
        store.indexOps(COLLECTION)
                .createIndex(new Index().on(KEYS, Sort.Direction.ASC).named("by_key"));
    }

    /**
     * Keeps those that are newer than what is kept.
     *
     * @return keys of the instruments they speak of now or spoke of before
     */
    Set<String> keepNewer(Collection<Announcement> announcements) {
        Map<String, Announcement> newest = new LinkedHashMap<>();
        announcements.forEach(one -> newest.merge(
                one.foundIn(), one, (first, second) -> first.revision() > second.revision() ? first : second));
        Set<String> keys = new LinkedHashSet<>();
        newest.values().forEach(one -> keys.addAll(one.keys()));
        read(newest.keySet(), keys);
        GuardedWrites.all(
                store,
                COLLECTION,
                newest.values().stream()
                        .map(one -> GuardedWrites.ifNewer(
                                one.foundIn(),
                                one.revision(),
                                Updates.combine(
                                        Updates.set(GuardedWrites.REVISION, one.revision()),
                                        Updates.set(KEYS, List.copyOf(one.keys())),
                                        Updates.set(
                                                DAY,
                                                one.day() == null
                                                        ? null
                                                        : one.day().toString()))))
                        .toList());
        return keys;
    }

    /** Those of these that the ledger does not follow yet, as far as {@link #applied} was told. */
    List<Announcement> notYetApplied(Collection<Announcement> announcements) {
        Map<String, Long> applied = new LinkedHashMap<>();
        if (!announcements.isEmpty()) {
            Set<String> ids = new LinkedHashSet<>();
            announcements.forEach(one -> ids.add(one.foundIn()));
            store.execute(COLLECTION, collection -> {
                collection
                        .find(Filters.and(Filters.in("_id", ids), Filters.exists(APPLIED)))
                        .forEach(document -> applied.put(document.getString("_id"), document.getLong(APPLIED)));
                return applied;
            });
        }
        return announcements.stream()
                .filter(one -> one.revision() > applied.getOrDefault(one.foundIn(), 0L))
                .toList();
    }

    /** Notes that the ledger follows these. */
    void applied(Collection<Announcement> announcements) {
        List<WriteModel<Document>> notes = announcements.stream()
                .<WriteModel<Document>>map(one ->
                        new UpdateOneModel<>(Filters.eq("_id", one.foundIn()), Updates.max(APPLIED, one.revision())))
                .toList();
        GuardedWrites.all(store, COLLECTION, notes);
    }

    private void read(Set<String> ids, Set<String> into) {
        store.execute(COLLECTION, collection -> {
            collection
                    .find(Filters.in("_id", ids))
                    .forEach(document -> into.addAll(document.getList(KEYS, String.class)));
            return into;
        });
    }

    /** The days of the instruments of these promotions, where all that announce one agree; by promotion. */
    Map<Promotion, InstrumentDay> days(Collection<Promotion> promotions) {
        Set<String> keys = new LinkedHashSet<>();
        promotions.forEach(promotion -> keys.addAll(Announcement.keys(promotion.instrument())));
        if (keys.isEmpty()) {
            return Map.of();
        }
        List<Document> told = store.execute(
                COLLECTION,
                collection -> collection.find(Filters.in(KEYS, keys)).into(new ArrayList<>()));
        Map<Promotion, InstrumentDay> days = new LinkedHashMap<>();
        for (Promotion promotion : promotions) {
            day(promotion.instrument(), told == null ? List.of() : told).ifPresent(day -> days.put(promotion, day));
        }
        return days;
    }

    private static Optional<InstrumentDay> day(@Nullable PolicyDocument instrument, List<Document> told) {
        Set<String> wanted = Announcement.keys(instrument);
        // by day the first id that says so, so that the same is found in whatever order they came
        Map<LocalDate, String> days = new TreeMap<>();
        for (Document one : told) {
            String day = one.getString(DAY);
            if (day != null && one.getList(KEYS, String.class).stream().anyMatch(wanted::contains)) {
                days.merge(
                        LocalDate.parse(day),
                        one.getString("_id"),
                        (first, second) -> first.compareTo(second) < 0 ? first : second);
            }
        }
        return days.size() == 1
                ? days.entrySet().stream()
                        .map(day -> new InstrumentDay(day.getKey(), day.getValue()))
                        .findFirst()
                : Optional.empty();
    }

    /** Which of these have been heard of here, withdrawn ones included. */
    Set<String> known(Collection<String> foundIn) {
        Set<String> known = new LinkedHashSet<>();
        if (!foundIn.isEmpty()) {
            store.execute(COLLECTION, collection -> {
                collection
                        .find(Filters.in("_id", foundIn))
                        .projection(Projections.include("_id"))
                        .forEach(document -> known.add(document.getString("_id")));
                return known;
            });
        }
        return known;
    }
}
