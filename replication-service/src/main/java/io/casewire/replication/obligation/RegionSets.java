package io.casewire.replication.obligation;

import io.casewire.contracts.event.Basis;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.parsed.RegionLevel;
import io.casewire.gazetteer.Amendment;
import io.casewire.gazetteer.Area;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Level;
import io.casewire.gazetteer.Place;
import io.casewire.gazetteer.Region;
import io.casewire.gazetteer.RegionSet;
import io.casewire.gazetteer.Zone;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sets of regions as of a day: those with a name, and the prefectures or counties of a region. Pure. */
public final class RegionSets {
    /** A province whose letter goes to these speaks to what stands right below it, prefecture or not. */
    private static final List<String> BESIDE_PREFECTURES = List.of("直管", "各市县", "各市、县", "各市（县");

    private final Gazetteer gazetteer;

    public RegionSets(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** What kind of set. */
    public enum Kind {
        NAMED,
        PREFECTURES,
        COUNTIES
    }

    /**
     * A set.
     *
     * @param id {@code coastal}, or {@code 430000-prefectures} for the prefectures of a region
     * @param definition one sentence, in English
     */
    public record Named(
            String id, String name, String definition, Kind kind, Function<LocalDate, List<? extends Place>> members) {
        /** Who belonged to it on the day. */
        public List<? extends Place> on(LocalDate day) {
            return members.apply(day);
        }
    }

    /** By id; also by name or alias where it has one. */
    public Optional<Named> named(String idOrName) {
        return gazetteer.set(idOrName).map(this::of).or(() -> partsById(idOrName));
    }

    /** Those with a name of their own. */
    public List<Named> all() {
        return gazetteer.sets().stream().map(this::of).toList();
    }

    private Named of(RegionSet set) {
        return new Named(set.id(), set.name(), set.definition(), Kind.NAMED, day -> gazetteer.members(set.id(), day));
    }

    private Optional<Named> partsById(String id) {
        int dash = id.indexOf('-');
        return dash < 0
                ? Optional.empty()
                : Arrays.stream(RegionLevel.values())
                        .filter(level -> suffix(level).equals(id.substring(dash)))
                        .findFirst()
                        .flatMap(
                                level -> gazetteer.region(id.substring(0, dash)).flatMap(whole -> parts(whole, level)));
    }

    /** The regions of a level within a region; empty without a level. */
    Optional<Named> parts(Region whole, @Nullable RegionLevel level) {
        return Optional.ofNullable(level).map(known -> switch (known) {
            case PREFECTURE -> parts(whole, known, Level.PREFECTURE, Kind.PREFECTURES, "各市州");
            case COUNTY -> parts(whole, known, Level.COUNTY, Kind.COUNTIES, "各县（市、区）");
        });
    }

    private Named parts(Region whole, RegionLevel level, Level of, Kind kind, String word) {
        return new Named(
                whole.code() + suffix(level),
                whole.name() + word,
                "the %s of %s".formatted(kind.name().toLowerCase(Locale.ROOT), whole.name()),
                kind,
                day -> gazetteer.parts(whole, of, day));
    }

    private static String suffix(RegionLevel level) {
        return switch (level) {
            case PREFECTURE -> "-prefectures";
            case COUNTY -> "-counties";
        };
    }

    /** Counties right below the province that a letter to its prefectures speaks to as well: by its words, or by their names. */
    List<Region> besidePrefectures(Named prefectures, String words, LocalDate day) {
        String province = prefectures.id().substring(0, prefectures.id().indexOf('-'));
        boolean all = BESIDE_PREFECTURES.stream().anyMatch(words::contains);
        return gazetteer
                .region(province)
                .map(whole -> gazetteer.parts(whole, Level.COUNTY, day).stream()
                        .filter(county -> province.equals(county.parent()))
                        .filter(county -> all || words.contains(county.shortName()))
                        .toList())
                .orElse(List.of());
    }

    /** The operator's row that makes a set another on the day than the built-in tables do; null for none. */
    Basis.@Nullable Amendment amendment(Named set, LocalDate day) {
        return gazetteer
                .set(set.id())
                .flatMap(named -> gazetteer.amendments().of(named, day))
                .map(RegionSets::amendment)
                .orElse(null);
    }

    /** The operator's row that knows a place which the built-in tables do not; null for none. */
    Basis.@Nullable Amendment amendment(Place place) {
        return gazetteer.amendments().of(place).map(RegionSets::amendment).orElse(null);
    }

    private static Basis.Amendment amendment(Amendment row) {
        return new Basis.Amendment(row.of(), row.recorded(), row.source());
    }

    /** At what level of the ledger a place stands. */
    public static ObligationEvent.Level level(Place place) {
        return switch (place) {
            case Region region ->
                switch (region.level()) {
                    case PROVINCE, SPECIAL, CORPS -> ObligationEvent.Level.PROVINCE;
                    case PREFECTURE -> ObligationEvent.Level.PREFECTURE;
                    case COUNTY -> ObligationEvent.Level.COUNTY;
                };
            case Zone _ -> ObligationEvent.Level.ZONE;
            case Area _ -> ObligationEvent.Level.AREA;
        };
    }
}
