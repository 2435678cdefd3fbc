package io.casewire.replication.statistics;

import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.replication.ledger.Counts;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.obligation.CaseFile;
import io.casewire.replication.obligation.Cases;
import io.casewire.replication.request.Choices;
import io.casewire.serving.page.Cursor;
import io.casewire.serving.page.Page;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rates and the matrix over HTTP. */
@RestController
@RequestMapping("/api/replication/v1")
final class StatisticsController {
    /** So many rows of at most 31 provinces, 23 zones and some prefectures stay one quick read. */
    private static final int MAX_ROWS = 100;

    private final Cases cases;
    private final Entries entries;
    private final Counts counts;
    private final Gazetteer gazetteer;

    StatisticsController(Cases cases, Entries entries, Counts counts, Gazetteer gazetteer) {
        this.cases = cases;
        this.entries = entries;
        this.counts = counts;
        this.gazetteer = gazetteer;
    }

    /** @param level whose rates are wanted, {@code PROVINCE} where absent; provinces and the XPCC are one level */
    @GetMapping("/statistics")
    Statistics statistics(@RequestParam(required = false) @Nullable String level) {
        return Statistics.of(counts, gazetteer, Objects.requireNonNullElse(Choices.level(level), Level.PROVINCE));
    }

    /**
     * The few numbers an overview shows.
     *
     * @param promotedCases that stand
     * @param obligations of adopters at every level, that hold
     * @param known of those, heard from
     * @param adopted of those, closed as adopted, in whole or in part
     */
    record Overview(long promotedCases, long obligations, long known, long adopted) {}

    @GetMapping("/counts")
    Overview overview() {
        AdoptionRate rate = Statistics.rate(counts.byRegion(null));
        return new Overview(cases.countPromoted(), rate.inScope(), rate.known(), rate.numerator());
    }

    /** @param level whose regions are wanted; absent for all, each column saying its own */
    @GetMapping("/matrix")
    Matrix matrix(
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String domain,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) @Nullable String cursor) {
        Page.size(size, MAX_ROWS);
        Page<CaseFile> page = Page.of(
                cases.promoted(Choices.domain(domain), Cursor.read(cursor, CaseId::new), size + 1),
                size,
                file -> file,
                file -> file.id().value());
        Level wanted = Choices.level(level);
        List<ObligationId> ids = page.items().stream()
                .flatMap(file -> file.regions().stream()
                        .filter(region -> wanted == null || region.level() == wanted)
                        .map(region -> file.obligation(region.code())))
                .toList();
        return Matrix.of(page.items(), entries.findAll(ids), page.next());
    }
}
