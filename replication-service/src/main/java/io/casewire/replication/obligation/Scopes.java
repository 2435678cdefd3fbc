package io.casewire.replication.obligation;

import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.gazetteer.Area;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.PartialDate;
import io.casewire.gazetteer.Place;
import io.casewire.gazetteer.Region;
import io.casewire.gazetteer.Zone;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Expands the promotion of a case into regions. Pure. */
final class Scopes {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String NATIONWIDE = "nationwide";
    private static final String PILOT_ZONES = "pilot-zones";
    private static final String COASTAL = "coastal";

    private final Gazetteer gazetteer;

    Scopes(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** @param publishedAt when the case was published, the day that counts where the document prints none */
    Scope of(CaseRecord record, DocumentReference document, Instant publishedAt) {
        Promotion promotion = record.promotion();
        if (promotion == null) {
            return new Scope(asOf(null, document.issuedOn(), publishedAt), List.of(), List.of());
        }
        LocalDate asOf = asOf(promotion.since(), document.issuedOn(), publishedAt);
        List<String> unresolved = new ArrayList<>();
        Stream<Place> addressed =
                switch (promotion.scope()) {
                    case NATIONWIDE -> gazetteer.members(NATIONWIDE, asOf).stream();
                    case PILOT_ZONES -> gazetteer.members(PILOT_ZONES, asOf).stream();
                    case COASTAL -> gazetteer.members(COASTAL, asOf).stream();
                    // until the ledger knows regions below a province, the province answers for its parts
                    case NAMED, LEVEL_OF_REGION ->
                        promotion.regions().stream().flatMap(name -> named(name, asOf, unresolved));
                };
        Set<String> origins = origins(record);
        Map<String, RegionInScope> regions = new LinkedHashMap<>();
        addressed.map(this::obliged).forEach(region -> {
            Role role = origins.contains(region.code()) ? Role.ORIGIN : Role.ADOPTER;
            regions.putIfAbsent(region.code(), new RegionInScope(region.code(), region.name(), role));
        });
        return new Scope(asOf, List.copyOf(regions.values()), unresolved);
    }

    /** A zone's province answers for it: obligations, tokens and the map go by region code. */
    private Region obliged(Place place) {
        return switch (place) {
            case Region region -> region;
            case Zone zone -> gazetteer.provinceOf(zone);
            case Area area -> gazetteer.provinceOf(area);
        };
    }

    private Stream<Place> named(String name, LocalDate asOf, List<String> unresolved) {
        Optional<? extends Place> place = gazetteer
                .region(name)
                .<Place>map(Function.identity())
                .or(() -> gazetteer.zoneNamed(name))
                .or(() -> gazetteer.regionNamed(name));
        if (place.isPresent()) {
            return Stream.of(place.get());
        }
        if (gazetteer.set(name).isPresent()) {
            return gazetteer.members(name, asOf).stream();
        }
        unresolved.add(name);
        return Stream.empty();
    }

    /**
     * The regions a case comes from: the provinces of its zones; where it names none, those of its areas, and last those
     * its units bear in their names. A name that could mean several provinces tells nothing.
     */
    private Set<String> origins(CaseRecord record) {
        Set<String> ofZones = record.zones().stream()
                .flatMap(zone -> gazetteer.zoneNamed(zone).stream())
                .map(Zone::province)
                .collect(Collectors.toSet());
        if (!ofZones.isEmpty()) {
            return ofZones;
        }
        Set<String> ofAreas = provinces(record.areas(), gazetteer::areas);
        return ofAreas.isEmpty() ? provinces(record.originUnits(), gazetteer::regions) : ofAreas;
    }

    private Set<String> provinces(List<String> names, Function<String, List<? extends Place>> places) {
        return names.stream()
                .map(name -> places.apply(name).stream()
                        .map(gazetteer::provinceOf)
                        .map(Region::code)
                        .collect(Collectors.toSet()))
                .filter(meant -> meant.size() == 1)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    /**
     * The printed date of the promotion, sharpened by the document's own where that lies within it. Of a month or year the
     * last day counts, so that a zone founded in it is addressed.
     */
    private static LocalDate asOf(@Nullable String since, @Nullable String issuedOn, Instant publishedAt) {
        Optional<PartialDate> promoted = date(since);
        Optional<PartialDate> issued = date(issuedOn);
        return promoted.filter(p -> issued.filter(i -> within(i, p)).isEmpty())
                .or(() -> issued)
                .map(PartialDate::last)
                .orElseGet(() -> LocalDate.ofInstant(publishedAt, CHINA));
    }

    private static boolean within(PartialDate inner, PartialDate outer) {
        return !inner.first().isBefore(outer.first()) && !inner.last().isAfter(outer.last());
    }

    private static Optional<PartialDate> date(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(PartialDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
