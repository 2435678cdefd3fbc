package io.casewire.replication.statistics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.ObligationId;
import io.casewire.gazetteer.CodeStandard;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Region;
import io.casewire.gazetteer.Zone;
import io.casewire.replication.ledger.Counts;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.EntryFilter;
import io.casewire.replication.ledger.LedgerLine;
import io.casewire.serving.page.Cursor;
import io.casewire.serving.page.Page;
import io.casewire.serving.problem.Problems;
import io.casewire.serving.problem.Unknown;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Regions and their ledgers over HTTP. */
@RestController
@RequestMapping("/api/replication/v1/regions")
final class RegionController {
    private static final int MAX_SIZE = 500;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Gazetteer gazetteer;
    private final Entries entries;
    private final Counts counts;
    private final Clock clock;

    RegionController(Gazetteer gazetteer, Entries entries, Counts counts, Clock clock) {
        this.gazetteer = gazetteer;
        this.entries = entries;
        this.counts = counts;
        this.clock = clock;
    }

    record Regions(List<RegionLine> items) {}

    /**
     * A provincial-level division on the map.
     *
     * @param codeStandard whose code it is
     * @param row of its tile from the north, 0-based
     * @param column of its tile from the west, 0-based
     * @param zone its pilot free trade zone as of today; null where there is none
     */
    record RegionLine(
            String code,
            String name,
            String shortName,
            CodeStandard codeStandard,
            int row,
            int column,
            @Nullable String zone) {}

    record RegionLedger(
            String code,
            String name,
            AdoptionRate rate,
            @JsonUnwrapped Page<LedgerLine> page) {}

    /** Those that have a tile, in the order of codes. */
    @GetMapping
    Regions regions() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), CHINA);
        return new Regions(gazetteer.regions().stream()
                .flatMap(region -> gazetteer.tile(region.code()).stream()
                        .map(tile -> new RegionLine(
                                region.code(),
                                region.name(),
                                region.shortName(),
                                region.codeStandard(),
                                tile.row(),
                                tile.column(),
                                gazetteer
                                        .zoneIn(region)
                                        .filter(zone -> zone.validity().holdsOn(today))
                                        .map(Zone::name)
                                        .orElse(null))))
                .toList());
    }

    @GetMapping("/{code}/ledger")
    RegionLedger ledger(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "false") boolean lapsed,
            @RequestParam(defaultValue = "100") int size,
            @RequestParam(required = false) @Nullable String cursor) {
        Region region = gazetteer.region(code).orElseThrow(() -> unknown(code));
        EntryFilter filter = new EntryFilter(null, code, Unknown.constant("status", status, Status.class), lapsed);
        int asked = Page.size(size, MAX_SIZE);
        return new RegionLedger(
                code,
                region.name(),
                Statistics.rate(counts.byRegion(code)),
                Page.of(
                        entries.page(filter, Cursor.read(cursor, ObligationId::new), asked + 1),
                        asked,
                        LedgerLine::brief,
                        entry -> entry.id().value()));
    }

    private ErrorResponseException unknown(String code) {
        ErrorResponseException unknown = Problems.notFound("region", code);
        unknown.getBody().setProperty("nearest", gazetteer.nearestRegions(code));
        return unknown;
    }
}
