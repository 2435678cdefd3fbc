package io.casewire.replication.statistics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.ObligationId;
import io.casewire.gazetteer.CodeStandard;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Place;
import io.casewire.gazetteer.Region;
import io.casewire.gazetteer.Tile;
import io.casewire.gazetteer.Zone;
import io.casewire.replication.ledger.Deadlines;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.Entry;
import io.casewire.replication.ledger.EntryFilter;
import io.casewire.replication.ledger.LedgerLine;
import io.casewire.replication.obligation.RegionSets;
import io.casewire.replication.request.Choices;
import io.casewire.replication.tally.AdoptionRate;
import io.casewire.replication.tally.LineFilter;
import io.casewire.replication.tally.Tallies;
import io.casewire.serving.page.Cursor;
import io.casewire.serving.page.Page;
import io.casewire.serving.problem.Problems;
import io.casewire.serving.problem.Unknown;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

    private final Gazetteer gazetteer;
    private final Entries entries;
    private final PastLines past;
    private final AsOf asOf;
    private final Deadlines deadlines;

    RegionController(Gazetteer gazetteer, Entries entries, AsOf asOf, Deadlines deadlines) {
        this.gazetteer = gazetteer;
        this.entries = entries;
        this.past = new PastLines(entries);
        this.asOf = asOf;
        this.deadlines = deadlines;
    }

    record Regions(List<RegionLine> items) {}

    /**
     * A region of the ledger.
     *
     * @param codeStandard whose code it is
     * @param provinceCode of the provincial-level division it lies in, its own where it is one
     * @param row of its tile on the map from the north, 0-based; null where it has none
     * @param column of its tile from the west, 0-based; null where it has none
     * @param zone of a province its pilot free trade zone as of today; null where there is none
     */
    record RegionLine(
            String code,
            String name,
            String shortName,
            Level level,
            String provinceCode,
            CodeStandard codeStandard,
            @Nullable Integer row,
            @Nullable Integer column,
            @Nullable String zone) {}

    /** @param day as of which the rate is counted and the lines stand, in China */
    record RegionLedger(
            String code,
            String name,
            LocalDate day,
            AdoptionRate rate,
            @JsonUnwrapped Page<LedgerLine> page) {}

    /**
     * The provincial-level divisions of the map, in the order of codes; with a level or a province what there is today of that level,
     * or in that province.
     */
    @GetMapping
    Regions regions(
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String province) {
        LocalDate day = deadlines.today();
        Level wanted = Choices.level(level);
        String within = Choices.region(province, gazetteer);
        return new Regions(gazetteer.places(day).stream()
                .filter(place -> (wanted == null && within == null)
                        ? gazetteer.tile(place.code()).isPresent()
                        : (wanted == null || RegionSets.level(place) == wanted)
                                && (within == null
                                        || gazetteer.provinceOf(place).code().equals(within)))
                .map(place -> line(place, day))
                .toList());
    }

    private RegionLine line(Place place, LocalDate day) {
        Optional<Tile> tile = gazetteer.tile(place.code());
        Region region = place instanceof Region of ? of : null;
        return new RegionLine(
                place.code(),
                place.name(),
                region == null ? place.name() : region.shortName(),
                RegionSets.level(place),
                gazetteer.provinceOf(place).code(),
                region == null ? CodeStandard.CASEWIRE : region.codeStandard(),
                tile.map(Tile::row).orElse(null),
                tile.map(Tile::column).orElse(null),
                region == null
                        ? null
                        : gazetteer
                                .zoneIn(region)
                                .filter(zone -> zone.validity().holdsOn(day))
                                .map(Zone::name)
                                .orElse(null));
    }

    /**
     * The lines of a region or zone, with their counts. Those of a past day are without deadlines, which are kept in their last state only.
     *
     * @param day as of whose end they stand, {@code asOf=2026-06-30}; today where absent
     */
    @GetMapping("/{code}/ledger")
    RegionLedger ledger(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "false") boolean lapsed,
            @RequestParam(name = "asOf", required = false) @Nullable String day,
            @RequestParam(defaultValue = "100") int size,
            @RequestParam(required = false) @Nullable String cursor) {
        Place region = gazetteer.place(code).orElseThrow(() -> unknown(gazetteer, code));
        Status wanted = Unknown.constant("status", status, Status.class);
        ObligationId after = Cursor.read(cursor, ObligationId::new);
        int asked = Page.size(size, MAX_SIZE);
        LocalDate counted = asOf.day(day);
        Tallies then = asOf.on(counted, ofRegion(code));
        List<Entry> lines = counted.equals(deadlines.today())
                ? entries.page(new EntryFilter(null, code, null, null, wanted, lapsed), after, asked + 1)
                : past.page(code, counted, wanted, lapsed, after, asked + 1);
        return new RegionLedger(
                code,
                region.name(),
                counted,
                then.ofRegion(code).rate(RegionSets.level(region)),
                Page.of(lines, asked, entry -> deadlines.brief(entry, counted), entry -> entry.id()
                        .value()));
    }

    private static LineFilter ofRegion(String code) {
        return new LineFilter(null, code, null, null, null, null, null);
    }

    /** 404 with the codes somebody may have meant. */
    static ErrorResponseException unknown(Gazetteer gazetteer, String code) {
        ErrorResponseException unknown = Problems.notFound("region", code);
        unknown.getBody().setProperty("nearest", gazetteer.nearestRegions(code));
        return unknown;
    }
}
