package io.casewire.replication.statistics;

import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.replication.ledger.Deadlines;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.Entry;
import io.casewire.replication.obligation.CaseFile;
import io.casewire.replication.obligation.Cases;
import io.casewire.replication.request.Choices;
import io.casewire.replication.tally.Line;
import io.casewire.replication.tally.LineFilter;
import io.casewire.replication.tally.Tallies;
import io.casewire.serving.problem.Problems;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Adoption of one case, and adoption over time, over HTTP. */
@RestController
@RequestMapping("/api/replication/v1")
final class AdoptionController {
    private final Cases cases;
    private final Entries entries;
    private final Tallies tallies;
    private final Gazetteer gazetteer;
    private final Adopters adopters;
    private final Deadlines deadlines;
    private final AsOf asOf;

    AdoptionController(
            Cases cases,
            Entries entries,
            Tallies tallies,
            Gazetteer gazetteer,
            Adopters adopters,
            Deadlines deadlines,
            AsOf asOf) {
        this.cases = cases;
        this.entries = entries;
        this.tallies = tallies;
        this.gazetteer = gazetteer;
        this.adopters = adopters;
        this.deadlines = deadlines;
        this.asOf = asOf;
    }

    /**
     * Who has to adopt a case, who did, and who has not been heard of.
     *
     * @param day as of whose end is counted, {@code asOf=2026-06-30}; today where absent
     */
    @GetMapping("/cases/{id}/adoption")
    CaseAdoption adoption(
            @PathVariable String id, @RequestParam(name = "asOf", required = false) @Nullable String day) {
        CaseFile file = file(id);
        LocalDate counted = asOf.day(day);
        if (!counted.equals(deadlines.today())) {
            return before(file, counted);
        }
        List<ObligationId> ids =
                tallies.ofCase(file.id()).stream().map(Line::id).toList();
        return CaseAdoption.of(
                file,
                entries.findAll(ids).values().stream().filter(Entry::active).toList(),
                tallies.all(LineFilter.of(file.id())).rates(),
                deadlines.today());
    }

    /** As the lines of the case stood at the end of a past day; what the case itself says is as it is now. */
    private CaseAdoption before(CaseFile file, LocalDate day) {
        List<Entry> then = entries.ofCases(List.of(file.id())).stream()
                .filter(entry -> entry.parent().isEmpty())
                .flatMap(entry -> entry.before(Tallies.end(day)).stream())
                .filter(Entry::active)
                .toList();
        return CaseAdoption.of(
                file,
                then,
                asOf.on(day, List.of(file.id())).all(LineFilter.of(file.id())).rates(),
                day);
    }

    /**
     * How a case was adopted over time, with the median time to adopt.
     *
     * @param level whose regions are counted; absent for the highest there is
     * @param day up to whose end it is drawn, {@code asOf=2026-06-30}; today where absent
     */
    @GetMapping("/cases/{id}/adoption/curve")
    AdoptionCurve curve(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(name = "asOf", required = false) @Nullable String day) {
        CaseFile file = file(id);
        LineFilter ofCase = LineFilter.of(file.id());
        Level wanted = Choices.level(level);
        LocalDate counted = asOf.day(day);
        Tallies then = asOf.on(counted, List.of(file.id()));
        return curve(then, ofCase.at(wanted == null ? highest(then, ofCase) : wanted), counted, true);
    }

    /**
     * Of all that fit, the provinces' where neither a level nor a region is given.
     *
     * @param day up to whose end it is drawn, {@code asOf=2026-06-30}; today where absent
     */
    @GetMapping("/adoption/curve")
    AdoptionCurve curve(
            @ModelAttribute Asked asked,
            @RequestParam(name = "case", required = false) @Nullable String caseId,
            @RequestParam(name = "asOf", required = false) @Nullable String day) {
        LocalDate counted = asOf.day(day);
        LineFilter filter = asked.ofOneLevel(caseId, tallies, gazetteer);
        return curve(asOf.on(counted, filter), filter, counted, false);
    }

    private AdoptionCurve curve(Tallies then, LineFilter filter, LocalDate day, boolean listed) {
        Level level = Objects.requireNonNull(filter.level(), "of one level");
        List<Line> lines = then.lines(filter);
        return AdoptionCurve.of(lines, adopters.of(lines, day), then.all(filter).rate(level), level, day, listed);
    }

    private static Level highest(Tallies then, LineFilter ofCase) {
        return then.lines(ofCase).stream()
                .map(Line::level)
                .min(Comparator.naturalOrder())
                .orElse(Level.PROVINCE);
    }

    private CaseFile file(String id) {
        try {
            return cases.find(new CaseId(id)).orElseThrow(() -> Problems.notFound("case", id));
        } catch (IllegalArgumentException e) {
            throw Problems.notFound("case", id);
        }
    }
}
