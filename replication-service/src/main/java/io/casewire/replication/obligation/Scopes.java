package io.casewire.replication.obligation;

import io.casewire.contracts.event.Basis;
import io.casewire.contracts.event.Basis.Rule;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Mention;
import io.casewire.gazetteer.Place;
import io.casewire.gazetteer.RegionSet;
import io.casewire.replication.obligation.RegionSets.Kind;
import java.time.LocalDate;
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
    private static final String NATIONWIDE = "nationwide";
    private static final String PILOT_ZONES = "pilot-zones";
    private static final String COASTAL = "coastal";

    /** Sets that a promotion names by its kind of scope. */
    private static final Set<String> OF_A_SCOPE =
            Set.of(NATIONWIDE, "nationwide-with-xpcc", PILOT_ZONES, COASTAL, "coastal-with-beijing");

    private final Gazetteer gazetteer;
    private final RegionSets sets;

    Scopes(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.sets = new RegionSets(gazetteer);
    }

    /** What the case itself says, with nothing known from elsewhere. */
    Scope of(PromotedCase promoted) {
        return of(promoted, Optional.empty(), List.of());
    }

    /**
     * @param elsewhere the day of the instrument as other documents print it
     * @param tellings of results that tell of the same innovation, for a case that names no maker
     */
    Scope of(PromotedCase promoted, Optional<InstrumentDay> elsewhere, List<CaseFile> tellings) {
        InstrumentDays.Span span =
                InstrumentDays.of(promoted.promotion(), promoted.document(), promoted.publishedAt(), elsewhere);
        Makers makers = new Makers(gazetteer, promoted, tellings);
        Expansion late = expand(promoted, makers, span.last());
        Expansion early = span.first().equals(span.last()) ? late : expand(promoted, makers, span.first());
        if (early.regions.keySet().equals(late.regions.keySet())) {
            return scope(span, late, null, late);
        }
        return early.regions.size() < late.regions.size()
                ? scope(span, early, span.last(), late)
                : scope(span, late, span.first(), early);
    }

    private static Scope scope(
            InstrumentDays.Span span, Expansion counted, @Nullable LocalDate otherDay, Expansion other) {
        // with one day known, both ends are that day
        Basis.Day day = new Basis.Day(counted.day, span.known(), otherDay, span.foundIn());
        return new Scope(
                day,
                List.copyOf(counted.regions.values()),
                List.copyOf(counted.sets.values()),
                other.regions.values().stream()
                        .filter(region -> !counted.regions.containsKey(region.code()))
                        .toList(),
                counted.unresolved);
    }

    private Expansion expand(PromotedCase promoted, Makers makers, LocalDate day) {
        Expansion expansion = new Expansion(day);
        Promotion promotion = promoted.promotion();
        if (promotion == null) {
            return expansion;
        }
        List<Addressed> addressed = addressed(promotion, expansion).toList();
        long places =
                addressed.stream().map(one -> one.place().code()).distinct().count();
        for (Addressed one : addressed) {
            Place place = one.place();
            Makers.Made made = makers.at(place, places == 1);
            expansion.regions.putIfAbsent(
                    place.code(),
                    new RegionInScope(
                            place.code(),
                            place.name(),
                            RegionSets.level(place),
                            gazetteer.provinceOf(place).code(),
                            made.names().isEmpty() ? Role.ADOPTER : Role.ORIGIN,
                            one.rule(),
                            one.set(),
                            made.names(),
                            made.told(),
                            one.amendment()));
        }
        return expansion;
    }

    private Stream<Addressed> addressed(Promotion promotion, Expansion expansion) {
        return switch (promotion.scope()) {
            case NATIONWIDE -> members(NATIONWIDE, expansion);
            case PILOT_ZONES -> members(PILOT_ZONES, expansion);
            case COASTAL -> members(COASTAL, expansion);
            case NAMED -> named(promotion, expansion);
            case LEVEL_OF_REGION -> promotion.regions().stream().flatMap(code -> parts(code, promotion, expansion));
        };
    }

    private Stream<Addressed> members(String set, Expansion expansion) {
        return addressed(sets.named(set).orElseThrow(), Rule.MEMBER_OF_SET, null, expansion);
    }

    private Stream<Addressed> parts(String code, Promotion promotion, Expansion expansion) {
        Optional<RegionSets.Named> parts =
                gazetteer.region(code).flatMap(whole -> sets.parts(whole, promotion.level()));
        if (parts.isEmpty() || parts.get().on(expansion.day).isEmpty()) {
            expansion.unresolved.add(code);
            return Stream.empty();
        }
        return addressed(parts.get(), Rule.PART_OF_REGION, promotion.scopeText(), expansion);
    }

    private Stream<Addressed> addressed(RegionSets.Named set, Rule rule, @Nullable String words, Expansion expansion) {
        List<Place> members = new ArrayList<>(set.on(expansion.day));
        if (words != null && set.kind() == Kind.PREFECTURES) {
            members.addAll(sets.besidePrefectures(set, words, expansion.day));
        }
        expansion.sets.putIfAbsent(
                set.id(),
                new Basis.Members(
                        set.id(), set.name(), members.stream().map(Place::code).toList()));
        Basis.Amendment amendment = sets.amendment(set, expansion.day);
        return members.stream().map(place -> new Addressed(place, rule, set.id(), amendment));
    }

    /**
     * Who is named, and of a named set (长三角) who belongs to it on the day: the case comes with those of the day it was read on.
     */
    private Stream<Addressed> named(Promotion promotion, Expansion expansion) {
        List<Mention> mentions = promotion.scopeText() == null ? List.of() : gazetteer.mentions(promotion.scopeText());
        List<RegionSet> printed = referents(mentions, RegionSet.class)
                .filter(set -> !OF_A_SCOPE.contains(set.id()))
                .toList();
        Set<String> ofSets = printed.stream().flatMap(this::ever).collect(Collectors.toSet());
        referents(mentions, Place.class).map(Place::code).forEach(ofSets::remove);
        return Stream.concat(
                promotion.regions().stream()
                        .filter(name -> !ofSets.contains(name))
                        .flatMap(name -> named(name, expansion)),
                printed.stream()
                        .flatMap(set -> sets.named(set.id()).stream())
                        .flatMap(set -> addressed(set, Rule.MEMBER_OF_SET, null, expansion)));
    }

    /** Codes of all that belonged to a set on some day, by rows that no longer count too. */
    private Stream<String> ever(RegionSet set) {
        return Stream.concat(
                set.members().stream().map(RegionSet.Member::id),
                gazetteer.amendments().of(set).stream().flatMap(row -> Stream.ofNullable(row.member())));
    }

    private static <T> Stream<T> referents(List<Mention> mentions, Class<T> kind) {
        return mentions.stream()
                .map(Mention::referent)
                .filter(kind::isInstance)
                .map(kind::cast)
                .distinct();
    }

    private Stream<Addressed> named(String name, Expansion expansion) {
        Optional<? extends Place> place = gazetteer
                .place(name)
                .<Place>map(Function.identity())
                .or(() -> gazetteer.zoneNamed(name))
                .or(() -> gazetteer.regionNamed(name));
        if (place.isPresent()) {
            return Stream.of(new Addressed(place.get(), Rule.NAMED, null, sets.amendment(place.get())));
        }
        Optional<RegionSets.Named> set = sets.named(name);
        if (set.isPresent()) {
            return addressed(set.get(), Rule.MEMBER_OF_SET, null, expansion);
        }
        expansion.unresolved.add(name);
        return Stream.empty();
    }

    /** A place and what led to it. */
    private record Addressed(
            Place place, Rule rule, @Nullable String set, Basis.@Nullable Amendment amendment) {}

    /** A promotion as of one day. */
    private static final class Expansion {
        final LocalDate day;
        final Map<String, RegionInScope> regions = new LinkedHashMap<>();
        final Map<String, Basis.Members> sets = new LinkedHashMap<>();
        final List<String> unresolved = new ArrayList<>();

        Expansion(LocalDate day) {
            this.day = day;
        }
    }
}
