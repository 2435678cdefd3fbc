package io.casewire.replication.statistics;

import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.id.CaseId;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.replication.obligation.CaseFile;
import io.casewire.replication.obligation.Cases;
import io.casewire.replication.request.Choices;
import io.casewire.replication.tally.AdoptionRate;
import io.casewire.replication.tally.Dimension;
import io.casewire.replication.tally.LineFilter;
import io.casewire.replication.tally.Tallies;
import io.casewire.serving.page.Cursor;
import io.casewire.serving.page.Page;
import io.casewire.serving.problem.Problems;
import io.casewire.serving.problem.Unknown;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rates and the matrix over HTTP. */
@RestController
@RequestMapping("/api/replication/v1")
final class StatisticsController {
    /** So many rows of at most 31 provinces, 23 zones and some prefectures stay one quick read. */
    private static final int MAX_ROWS = 100;

    private static final int MAX_GROUPS = 500;

    private final Cases cases;
    private final Tallies tallies;
    private final Gazetteer gazetteer;
    private final Names names;
    private final AsOf asOf;

    StatisticsController(Cases cases, Tallies tallies, Gazetteer gazetteer, Names names, AsOf asOf) {
        this.cases = cases;
        this.tallies = tallies;
        this.gazetteer = gazetteer;
        this.names = names;
        this.asOf = asOf;
    }

    /**
     * Rates of one level, the provinces' where neither a level nor a region is given; provinces and the XPCC are one level.
     *
     * @param day as of whose end is counted, {@code asOf=2026-06-30}; today where absent
     * @param by what to group by; absent for an overview
     * @param size groups at most, only with {@code by}
     * @param cursor only with {@code by}
     */
    @GetMapping("/statistics")
    Counted statistics(
            @ModelAttribute Asked asked,
            @RequestParam(name = "case", required = false) @Nullable String caseId,
            @RequestParam(name = "asOf", required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String cursor) {
        LocalDate counted = asOf.day(day);
        Dimension dimension = Unknown.constant("by", by, Dimension.class);
        if (dimension == null) {
            if (size != null || cursor != null) {
                throw Problems.badRequest("'size' and 'cursor' go with 'by'.");
            }
            LineFilter filter = asked.ofOneLevel(caseId, tallies, gazetteer);
            return Statistics.of(asOf.on(counted, filter.at(null)), names, filter, level(filter), counted);
        }
        LineFilter filter = dimension == Dimension.LEVEL
                ? asked.filter(caseId, tallies, gazetteer)
                : asked.ofOneLevel(caseId, tallies, gazetteer);
        int groups = Page.size(size == null ? MAX_ROWS : size, MAX_GROUPS);
        return Grouped.of(
                asOf.on(counted, filter),
                names,
                dimension,
                filter,
                counted,
                Cursor.read(cursor, Function.identity()),
                groups);
    }

    /**
     * The few numbers an overview shows.
     *
     * @param day as of which the ledger is counted, in China
     * @param promotedCases of which some obligation holds
     * @param obligations of adopters at every level, that hold
     * @param known of those, heard from
     * @param adopted of those, closed as adopted, in whole or in part
     * @param evidenced of those unknown or not started, a document says that they adopted
     */
    record Overview(LocalDate day, long promotedCases, long obligations, long known, long adopted, long evidenced) {}

    /** Numbers for an overview. */
    @GetMapping("/counts")
    Overview overview(@RequestParam(name = "asOf", required = false) @Nullable String day) {
        LocalDate counted = asOf.day(day);
        Tallies then = asOf.on(counted, LineFilter.ALL);
        AdoptionRate rate = then.all(LineFilter.ALL).together();
        return new Overview(
                counted, then.promoted().size(), rate.inScope(), rate.known(), rate.numerator(), rate.evidenced());
    }

    /**
     * Cases against regions, a state a cell.
     *
     * @param level whose regions are wanted; absent for all, each column saying its own
     */
    @GetMapping("/matrix")
    Matrix matrix(
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String domain,
            @RequestParam(name = "asOf", required = false) @Nullable String day,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) @Nullable String cursor) {
        Page.size(size, MAX_ROWS);
        LocalDate counted = asOf.day(day);
        Page<CaseFile> page = Page.of(
                cases.promoted(Choices.domain(domain), Cursor.read(cursor, CaseId::new), size + 1),
                size,
                file -> file,
                file -> file.id().value());
        Tallies then = asOf.on(counted, page.items().stream().map(CaseFile::id).toList());
        return Matrix.of(page, then, names, Choices.level(level), counted);
    }

    private static Level level(LineFilter filter) {
        return Objects.requireNonNull(filter.level(), "of one level");
    }
}
