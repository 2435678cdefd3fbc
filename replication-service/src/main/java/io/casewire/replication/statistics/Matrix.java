package io.casewire.replication.statistics;

import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.Domain;
import io.casewire.replication.ledger.Entry;
import io.casewire.replication.obligation.CaseFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Promoted cases against regions.
 *
 * @param regions the columns, in the order of codes: every region some row asks something of
 * @param next cursor of the following rows; null at the end
 */
record Matrix(
        List<Column> regions, List<Row> rows, @Nullable String next) {

    record Column(String code, String name, Level level, String provinceCode) {}

    /** @param cells by region code; a region the case asks nothing of has none */
    record Row(CaseId id, String title, List<Domain> domains, Map<String, Cell> cells) {}

    record Cell(Role role, Status status, @Nullable Outcome outcome, Assurance assurance, ObligationId obligation) {}

    static Matrix of(List<CaseFile> files, Map<ObligationId, Entry> entries, @Nullable String next) {
        Map<String, Column> columns = new TreeMap<>();
        List<Row> rows = files.stream()
                .map(file -> {
                    Map<String, Cell> cells = new LinkedHashMap<>();
                    file.regions().forEach(region -> {
                        Entry entry = entries.get(file.obligation(region.code()));
                        if (entry != null && entry.active()) {
                            columns.putIfAbsent(
                                    region.code(),
                                    new Column(region.code(), region.name(), region.level(), region.provinceCode()));
                            cells.put(region.code(), cell(entry.obligation()));
                        }
                    });
                    return new Row(file.id(), file.title(), file.domains(), cells);
                })
                .toList();
        return new Matrix(List.copyOf(columns.values()), rows, next);
    }

    private static Cell cell(Obligation obligation) {
        return new Cell(
                obligation.role(), obligation.status(), obligation.outcome(), obligation.assurance(), obligation.id());
    }
}
