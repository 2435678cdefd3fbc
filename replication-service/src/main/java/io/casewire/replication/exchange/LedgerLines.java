package io.casewire.replication.exchange;

import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.PolicyDocument;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.Entry;
import io.casewire.replication.ledger.EntryFilter;
import io.casewire.serving.problem.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The lines of the ledger that fit a filter, in the order an office reads them: by region, number of the instrument and title. Held in memory
 * are their ids; entries are read in batches.
 */
final class LedgerLines {
    private static final int BATCH = 500;

    private final Entries entries;
    private final List<Key> keys;
    private final Set<String> regions;

    private LedgerLines(Entries entries, List<Key> keys, Set<String> regions) {
        this.entries = entries;
        this.keys = keys;
        this.regions = regions;
    }

    private record Key(ObligationId id, String region, String number, String title) {}

    /** @throws org.springframework.web.ErrorResponseException (422) where there are more than that */
    static LedgerLines of(Entries entries, EntryFilter filter, int most) {
        List<Key> keys = new ArrayList<>();
        Set<String> regions = new HashSet<>();
        // titles come again with each region
        Map<String, String> texts = new HashMap<>();
        @Nullable ObligationId after = null;
        while (true) {
            List<Entry> page = entries.page(filter, after, BATCH);
            for (Entry entry : page) {
                Key key = key(entry, texts);
                keys.add(key);
                regions.add(key.region());
            }
            if (keys.size() > most) {
                throw Problems.refused(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "too-many-lines",
                        "符合条件的任务超过" + most + "条，请按地区分别导出。 More than " + most
                                + " lines fit; export them region by region.");
            }
            if (page.size() < BATCH) {
                keys.sort(Comparator.comparing(Key::region)
                        .thenComparing(Key::number)
                        .thenComparing(Key::title)
                        .thenComparing(key -> key.id().value()));
                return new LedgerLines(entries, keys, regions);
            }
            after = page.getLast().id();
        }
    }

    private static Key key(Entry entry, Map<String, String> texts) {
        return new Key(
                entry.id(),
                shared(texts, entry.obligation().regionCode()),
                shared(texts, numberOf(entry)),
                shared(texts, entry.obligation().caseTitle()));
    }

    /** The number of the instrument a line rests on; empty where it has none. */
    static String numberOf(Entry entry) {
        PolicyDocument instrument = entry.obligation().basis() == null
                ? null
                : entry.obligation().basis().instrument();
        return instrument == null || instrument.number() == null ? "" : instrument.number();
    }

    private static String shared(Map<String, String> texts, String text) {
        String known = texts.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    /** Codes of the regions they are of. */
    Set<String> regions() {
        return Set.copyOf(regions);
    }

    int size() {
        return keys.size();
    }

    /** Gives each that is still there. */
    void forEach(Consumer<Entry> to) {
        for (int from = 0; from < keys.size(); from += BATCH) {
            List<ObligationId> ids = keys.subList(from, Math.min(from + BATCH, keys.size())).stream()
                    .map(Key::id)
                    .toList();
            Map<ObligationId, Entry> found = entries.findAll(ids);
            for (ObligationId id : ids) {
                Entry entry = found.get(id);
                if (entry != null) {
                    to.accept(entry);
                }
            }
        }
    }
}
