package io.casewire.replication.statistics;

import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.Domain;
import io.casewire.replication.obligation.CaseFile;
import io.casewire.replication.tally.Line;
import io.casewire.replication.tally.Tallies;
import io.casewire.serving.page.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Promoted cases against regions.
 *
 * @param regions the columns, in the order of codes: every region some row asks something of
 * @param day as of which the ledger is shown, in China
 * @param next cursor of the following rows; null at the end
 */
record Matrix(
        List<Column> regions,
        List<Row> rows,
        LocalDate day,
        @Nullable String next) {

    record Column(String code, String name, Level level, String provinceCode) {}

    /** @param cells by region code; a region the case asks nothing of has none */
    record Row(CaseId id, String title, List<Domain> domains, Map<String, Cell> cells) {}

    /** @param evidenced a document says that the region adopted, and nobody reported more than having seen the case */
    record Cell(
            Role role,
            Status status,
            @Nullable Outcome outcome,
            Assurance assurance,
            boolean evidenced,
            ObligationId obligation) {}

    static Matrix of(Page<CaseFile> page, Tallies tallies, Names names, @Nullable Level level, LocalDate day) {
        Map<String, Column> columns = new TreeMap<>();
        List<Row> rows = page.items().stream()
                .map(file -> {
                    Map<String, Cell> cells = new TreeMap<>();
                    tallies.ofCase(file.id()).stream()
                            .filter(line -> level == null || line.level() == level)
                            .forEach(line -> {
                                columns.computeIfAbsent(
                                        line.region(),
                                        code -> new Column(code, names.region(code), line.level(), line.province()));
                                cells.put(line.region(), cell(line));
                            });
                    return new Row(file.id(), file.title(), file.domains(), cells);
                })
                .toList();
        return new Matrix(List.copyOf(columns.values()), rows, day, page.next());
    }

    private static Cell cell(Line line) {
        return new Cell(line.role(), line.status(), line.outcome(), line.assurance(), line.isEvidenced(), line.id());
    }
}
