package io.casewire.replication.statistics;

import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Place;
import io.casewire.replication.tally.LineFilter;
import io.casewire.replication.tally.Tallies;
import io.casewire.serving.page.Page;
import io.casewire.serving.problem.InvalidParameter;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Regions beside each other over HTTP. */
@RestController
@RequestMapping("/api/replication/v1/regions")
final class ComparisonController {
    private static final int MOST_PEERS = 30;
    private static final int MOST_GAPS = 200;

    private final Tallies tallies;
    private final Gazetteer gazetteer;
    private final Names names;
    private final AsOf asOf;
    private final StatisticsSettings settings;
    private final Gaps gaps;

    ComparisonController(
            Tallies tallies,
            Gazetteer gazetteer,
            Names names,
            StatisticsSettings settings,
            Adopters adopters,
            AsOf asOf) {
        this.tallies = tallies;
        this.gazetteer = gazetteer;
        this.names = names;
        this.asOf = asOf;
        this.settings = settings;
        this.gaps = new Gaps(asOf, gazetteer, adopters);
    }

    /** Rates of regions side by side, only of those heard of enough. */
    @GetMapping("/comparison")
    Comparison comparison(
            @ModelAttribute Asked asked,
            @RequestParam(name = "case", required = false) @Nullable String caseId,
            @RequestParam(name = "asOf", required = false) @Nullable String day) {
        LocalDate counted = asOf.day(day);
        LineFilter filter = asked.ofOneLevel(caseId, tallies, gazetteer);
        return Comparison.of(
                asOf.on(counted, filter),
                names,
                filter,
                Objects.requireNonNull(filter.level(), "of one level"),
                settings.comparableCoverage(),
                counted);
    }

    /**
     * What regions like this one have adopted and this one has not.
     *
     * @param k how many regions like it have adopted at least
     * @param day as of whose end is counted, {@code asOf=2026-06-30}; today where absent
     */
    @GetMapping("/{code}/gaps")
    Gaps.Found gaps(
            @PathVariable String code,
            @RequestParam(defaultValue = "3") int k,
            @RequestParam(name = "asOf", required = false) @Nullable String day,
            @RequestParam(defaultValue = "50") int size) {
        Place region = gazetteer.place(code).orElseThrow(() -> RegionController.unknown(gazetteer, code));
        if (k < 1 || k > MOST_PEERS) {
            throw new InvalidParameter("k", "A gap is asked for with 1 to " + MOST_PEERS + " regions.");
        }
        return gaps.of(region, asOf.day(day), k, Page.size(size, MOST_GAPS));
    }
}
