package io.casewire.replication.exchange;

import io.casewire.contracts.id.ObligationId;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.Entry;
import io.casewire.replication.ledger.EntryFilter;
import io.casewire.replication.sheet.SheetRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which line a row is about: by its id, else by region, number of the instrument and title, where exactly one fits. */
final class Matching {
    private static final int BATCH = 500;

    private final Entries entries;
    /** By region: title and number to ids. */
    private final Map<String, Map<String, List<ObligationId>>> byRegion = new HashMap<>();

    Matching(Entries entries) {
        this.entries = entries;
    }

    /** What a row says of which line it is about. */
    sealed interface Named {
        record Id(ObligationId id) implements Named {}

        /** Nothing: a signature, a sum. */
        record Nothing() implements Named {}

        /** Something that leads to no line, or to more than one. */
        record Wrong(@Nullable Column column, String code, String sentence) implements Named {}
    }

    Named named(Head head, SheetRow row) {
        String id = text(head, row, Column.ID);
        if (!id.isEmpty()) {
            try {
                return new Named.Id(new ObligationId(id));
            } catch (IllegalArgumentException e) {
                return unknown(id);
            }
        }
        String region = text(head, row, Column.REGION_CODE);
        String title = text(head, row, Column.CASE_TITLE);
        if (region.isEmpty() && (title.isEmpty() || !saysAnything(head, row))) {
            return new Named.Nothing();
        }
        if (region.isEmpty() || title.isEmpty()) {
            return new Named.Wrong(Column.ID, "line-not-named", "应填写编号，或同时填写地区代码、文号和案例名称");
        }
        List<ObligationId> found =
                region(region).getOrDefault(key(title, text(head, row, Column.INSTRUMENT_NUMBER)), List.of());
        return switch (found.size()) {
            case 0 -> new Named.Wrong(Column.CASE_TITLE, "line-unknown", "台账中没有地区代码、文号和案例名称都相符的任务");
            case 1 -> new Named.Id(found.getFirst());
            default ->
                new Named.Wrong(
                        Column.CASE_TITLE, "line-ambiguous", "台账中有" + found.size() + "条地区代码、文号和案例名称都相符的任务，请填写编号");
        };
    }

    static Named.Wrong unknown(String id) {
        return new Named.Wrong(Column.ID, "line-unknown", "台账中没有编号为" + RowProblem.shown(id) + "的任务");
    }

    Map<ObligationId, Entry> find(List<ObligationId> ids) {
        return ids.isEmpty() ? Map.of() : entries.findAll(ids);
    }

    private static boolean saysAnything(Head head, SheetRow row) {
        return head.columns().keySet().stream()
                .filter(column -> column.use() == Column.Use.STEP || column.use() == Column.Use.WORK)
                .anyMatch(column -> !text(head, row, column).isEmpty());
    }

    private static String text(Head head, SheetRow row, Column column) {
        return Cells.compact(Optional.ofNullable(head.text(row, column)).orElse(""));
    }

    private Map<String, List<ObligationId>> region(String code) {
        return byRegion.computeIfAbsent(code, this::read);
    }

    private Map<String, List<ObligationId>> read(String region) {
        Map<String, List<ObligationId>> found = new LinkedHashMap<>();
        EntryFilter filter = new EntryFilter(null, region, null, null, null, false);
        ObligationId after = null;
        while (true) {
            List<Entry> page = entries.page(filter, after, BATCH);
            for (Entry entry : page) {
                String key =
                        key(Cells.compact(entry.obligation().caseTitle()), Cells.compact(LedgerLines.numberOf(entry)));
                found.computeIfAbsent(key, _ -> new ArrayList<>()).add(entry.id());
            }
            if (page.size() < BATCH) {
                return found;
            }
            after = page.getLast().id();
        }
    }

    private static String key(String title, String number) {
        return title + '\n' + number;
    }
}
