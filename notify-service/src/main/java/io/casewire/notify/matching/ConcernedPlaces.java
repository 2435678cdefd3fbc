package io.casewire.notify.matching;

import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.parsed.RegionLevel;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Level;
import io.casewire.gazetteer.PartialDate;
import io.casewire.gazetteer.Place;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which places something concerns: those it speaks of and all they lie in. Of a promotion those it addresses by its words, as of
 * the last day of the printed date; whom it obliges in the end the ledger says, which knows of decisions and of days that other
 * documents print.
 */
final class ConcernedPlaces {
    /** Where no date is printed: everything founded. */
    private static final LocalDate NO_DATE = LocalDate.of(9999, 12, 31);

    private final Gazetteer gazetteer;

    ConcernedPlaces(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** The place of that code and all it lies in; just the code where it is not known. */
    Set<String> at(String code) {
        Set<String> codes = new LinkedHashSet<>(Set.of(code));
        gazetteer.place(code).ifPresent(place -> codes.addAll(gazetteer.above(place)));
        return codes;
    }

    /** Those the promotion addresses; none without one. */
    Set<String> addressedBy(@Nullable Promotion promotion, DocumentReference document) {
        if (promotion == null) {
            return Set.of();
        }
        LocalDate day = day(promotion.since() == null ? document.issuedOn() : promotion.since());
        Set<String> codes = new LinkedHashSet<>();
        addressed(promotion, day).forEach(place -> {
            codes.add(place.code());
            codes.addAll(gazetteer.above(place));
        });
        return codes;
    }

    private Stream<? extends Place> addressed(Promotion promotion, LocalDate day) {
        return switch (promotion.scope()) {
            case NATIONWIDE -> gazetteer.members("nationwide", day).stream();
            case PILOT_ZONES -> gazetteer.members("pilot-zones", day).stream();
            case COASTAL -> gazetteer.members("coastal", day).stream();
            case NAMED -> promotion.regions().stream().flatMap(name -> named(name, day));
            case LEVEL_OF_REGION -> promotion.regions().stream().flatMap(code -> parts(code, promotion.level(), day));
        };
    }

    private Stream<? extends Place> named(String name, LocalDate day) {
        return gazetteer
                .place(name)
                .or(() -> gazetteer.zoneNamed(name))
                .or(() -> gazetteer.regionNamed(name))
                .<Stream<? extends Place>>map(Stream::of)
                .orElseGet(
                        () -> gazetteer.set(name).stream().flatMap(set -> gazetteer.members(set.id(), day).stream()));
    }

    private Stream<? extends Place> parts(String code, @Nullable RegionLevel level, LocalDate day) {
        if (level == null) {
            return Stream.empty();
        }
        Level of =
                switch (level) {
                    case PREFECTURE -> Level.PREFECTURE;
                    case COUNTY -> Level.COUNTY;
                };
        return gazetteer.region(code).stream().flatMap(whole -> gazetteer.parts(whole, of, day).stream());
    }

    private static LocalDate day(@Nullable String printed) {
        try {
            return printed == null ? NO_DATE : PartialDate.parse(printed).last();
        } catch (DateTimeException unreadable) {
            return NO_DATE;
        }
    }
}
