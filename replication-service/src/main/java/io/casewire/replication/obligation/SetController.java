package io.casewire.replication.obligation;

import io.casewire.contracts.event.Basis;
import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.gazetteer.Amendment;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Place;
import io.casewire.replication.obligation.RegionSets.Named;
import io.casewire.serving.problem.InvalidParameter;
import io.casewire.serving.problem.Problems;
import io.casewire.text.Nearest;
import java.time.Clock;
import java.time.DateTimeException;
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

/** Sets of regions over HTTP. */
@RestController
@RequestMapping("/api/replication/v1/sets")
final class SetController {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Gazetteer gazetteer;
    private final RegionSets sets;
    private final Clock clock;

    SetController(Gazetteer gazetteer, RegionSets sets, Clock clock) {
        this.gazetteer = gazetteer;
        this.sets = sets;
        this.clock = clock;
    }

    record Sets(List<SetLine> items) {}

    /**
     * A set.
     *
     * @param members on the day asked for
     * @param amendment the operator's row that makes it another on that day than what is built in; null for none
     */
    record SetLine(
            String id,
            String name,
            String definition,
            LocalDate asOf,
            List<Member> members,
            Basis.@Nullable Amendment amendment) {}

    /**
     * What was said of a set beside what is built in, in the order it was recorded.
     *
     * @param builtIn false for a set that only the operator knows
     * @param fingerprint of all regions, zones and sets this service counts by
     */
    record Versions(String id, String name, boolean builtIn, String fingerprint, List<Amendment> items) {}

    record Member(String code, String name, Level level) {}

    /** Those with a name of their own, as of today. */
    @GetMapping
    Sets list() {
        LocalDate today = today();
        return new Sets(sets.all().stream().map(set -> line(set, today)).toList());
    }

    /**
     * A set by id, name or alias; the parts of a region by {@code 430000-prefectures} or {@code 430000-counties}.
     *
     * @param asOf a day, {@code 2023-06-24}; today where absent
     */
    @GetMapping("/{id}")
    SetLine one(@PathVariable String id, @RequestParam(required = false) @Nullable String asOf) {
        LocalDate day = InvalidParameter.read("asOf", asOf, SetController::day);
        return sets.named(id).map(set -> line(set, day == null ? today() : day)).orElseThrow(() -> unknown(id));
    }

    /** The operator's rows about a set, the withdrawn ones too. */
    @GetMapping("/{id}/versions")
    Versions versions(@PathVariable String id) {
        return gazetteer
                .set(id)
                .map(set -> new Versions(
                        set.id(),
                        set.name(),
                        gazetteer.amendments().isBuiltIn(set),
                        gazetteer.amendments().fingerprint(),
                        gazetteer.amendments().of(set)))
                .orElseThrow(() -> unknown(id));
    }

    private SetLine line(Named set, LocalDate day) {
        List<? extends Place> members = set.on(day);
        return new SetLine(
                set.id(),
                set.name(),
                set.definition(),
                day,
                members.stream()
                        .map(place -> new Member(place.code(), place.name(), RegionSets.level(place)))
                        .toList(),
                sets.amendment(set, day));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CHINA);
    }

    private ErrorResponseException unknown(String id) {
        ErrorResponseException unknown = Problems.notFound("set", id);
        unknown.getBody()
                .setProperty(
                        "nearest",
                        Nearest.of(id, sets.all().stream().map(Named::id).toList()));
        return unknown;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
