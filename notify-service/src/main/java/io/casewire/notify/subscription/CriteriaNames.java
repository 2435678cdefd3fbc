package io.casewire.notify.subscription;

import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.Originality;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.gazetteer.Area;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Region;
import io.casewire.gazetteer.Zone;
import io.casewire.notify.subscription.NameTable.Ambiguous;
import io.casewire.notify.subscription.NameTable.Found;
import io.casewire.notify.subscription.NameTable.Unknown;
import io.casewire.query.AskedQuery;
import io.casewire.text.ComparableKey;
import io.casewire.text.SearchText;
import io.casewire.text.SimplifiedForm;
import io.casewire.text.TypedQuery;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of criteria from names as people type them: each becomes the one value it stands for, or a sentence in
 * {@link #problems} that names it and the nearest valid ones. Nothing is dropped and nothing turned into something else. One
 * for each request.
 */
public final class CriteriaNames {
    private static final int MAX_VALUES = 100;
    private static final int MAX_NAME = 100;
    private static final int MAX_QUERY = 200;
    private static final int MAX_TERMS = 10;
    /** After the foundation of every zone and area of the tables. */
    private static final LocalDate ALL_FOUNDED = LocalDate.of(9999, 12, 31);

    private static final Gazetteer GAZETTEER = Gazetteer.standard();

    private static final NameTable<EventKind> KINDS = new NameTable<>(
            List.of(EventKind.values()),
            kind -> List.of(kind.wireName()),
            kind -> List.of("casewire." + kind.wireName() + ".v1"));
    private static final NameTable<Domain> DOMAINS = new NameTable<>(
            List.of(Domain.values()),
            domain -> List.of(domain.slug(), domain.chineseName()),
            CriteriaNames::absorbedBy);
    private static final NameTable<Originality> ORIGINALITY =
            new NameTable<>(List.of(Originality.values()), CriteriaNames::namesOf, _ -> List.of());
    private static final NameTable<PromotionScope> SCOPES =
            new NameTable<>(List.of(PromotionScope.values()), CriteriaNames::namesOf, CriteriaNames::otherNamesOf);
    private static final NameTable<Zone> ZONES =
            new NameTable<>(zones(), zone -> List.of(zone.name()), CriteriaNames::otherNamesOf);
    private static final NameTable<Area> AREAS = new NameTable<>(
            zones().stream()
                    .flatMap(zone -> GAZETTEER.areasAsOf(zone, ALL_FOUNDED).stream())
                    .toList(),
            area -> List.of(area.name()),
            area -> List.of(area.id()));
    private static final NameTable<Region> REGIONS = new NameTable<>(
            GAZETTEER.regions(),
            region -> List.of(region.name(), region.code()),
            region -> List.of(region.shortName()));

    private final List<String> problems = new ArrayList<>();

    /** What could not be read so far, a sentence each, fit for the person who asked. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** Event kinds, {@code case.published}; also by their whole wire names. */
    public Set<EventKind> kinds(String property, @Nullable Collection<@Nullable String> names) {
        return values(property, "event kind", names, KINDS, _ -> Optional.empty(), Function.identity());
    }

    /** Domains by slug, Chinese name, or a name that documents print for them. */
    public Set<Domain> domains(String property, @Nullable Collection<@Nullable String> names) {
        return values(property, "domain", names, DOMAINS, _ -> Optional.empty(), Function.identity());
    }

    /** Full names of zones, {@code 湖南自贸试验区}, by any form of the name. */
    public Set<String> zones(String property, @Nullable Collection<@Nullable String> names) {
        return values(property, "pilot free trade zone", names, ZONES, GAZETTEER::zoneNamed, Zone::name);
    }

    /** Names of areas, {@code 岳阳片区}. */
    public Set<String> areas(String property, @Nullable Collection<@Nullable String> names) {
        return values(property, "area of a pilot free trade zone", names, AREAS, GAZETTEER::areaNamed, Area::name);
    }

    /** Six-digit codes of regions, by code or name. */
    public Set<String> regions(String property, @Nullable Collection<@Nullable String> names) {
        return values(property, "region", names, REGIONS, GAZETTEER::regionNamed, Region::code);
    }

    /** Originality by its name in the API or in Chinese, {@code 全国首创}. */
    public Set<Originality> originality(String property, @Nullable Collection<@Nullable String> names) {
        return values(property, "originality", names, ORIGINALITY, _ -> Optional.empty(), Function.identity());
    }

    /** Scopes of a promotion by their name in the API or in Chinese, {@code 自贸试验区}. */
    public Set<PromotionScope> scopes(String property, @Nullable Collection<@Nullable String> names) {
        return values(property, "scope", names, SCOPES, _ -> Optional.empty(), Function.identity());
    }

    /** Units as documents name them: there is no closed list of them, so any readable name is one. */
    public Set<String> units(String property, @Nullable Collection<@Nullable String> names) {
        Set<String> units = new LinkedHashSet<>();
        for (String name : readable(property, names)) {
            units.add(name.strip());
        }
        return units;
    }

    /** A query as somebody types it; null where there is none. */
    public @Nullable String query(String property, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (text.isBlank()) {
            problems.add(property + " is blank: leave it out, or name what you ask for.");
            return null;
        }
        TypedQuery typed = TypedQuery.parse(text);
        if (text.length() > MAX_QUERY || typed.size() > MAX_TERMS) {
            problems.add("%s has at most %d characters and %d terms.".formatted(property, MAX_QUERY, MAX_TERMS));
        } else if (AskedQuery.of(typed).isEmpty()) {
            problems.add(
                    property + " has letters, digits or Chinese characters; punctuation alone is looked for nowhere.");
        }
        for (TypedQuery.Part part : typed.wanted()) {
            String line = SearchText.of(part.text()).line();
            if (line.codePointCount(0, line.length()) == 1) {
                problems.add("The term '%s' of %s has one character; each has at least two."
                        .formatted(part.text(), property));
            }
        }
        return text;
    }

    private <T, V> Set<V> values(
            String property,
            String what,
            @Nullable Collection<@Nullable String> names,
            NameTable<T> table,
            Function<String, Optional<T>> alias,
            Function<T, V> value) {
        Set<V> values = new LinkedHashSet<>();
        for (String name : readable(property, names)) {
            switch (table.find(name)) {
                case Found<T> found -> values.add(value.apply(found.value()));
                case Ambiguous<T> ambiguous ->
                    problems.add("'%s' in %s can mean %s: say which."
                            .formatted(name, property, String.join(" or ", ambiguous.names())));
                case Unknown<T> unknown ->
                    alias.apply(SimplifiedForm.of(Normalizer.normalize(name, Normalizer.Form.NFKC)))
                            .ifPresentOrElse(
                                    known -> values.add(value.apply(known)),
                                    () -> problems.add(unknown(property, what, name, unknown.nearest())));
            }
        }
        return values;
    }

    private static String unknown(String property, String what, String name, List<String> nearest) {
        return "There is no %s '%s' (in %s)%s."
                .formatted(
                        what,
                        name,
                        property,
                        nearest.isEmpty() ? "" : "; the nearest are " + String.join(", ", nearest));
    }

    private List<String> readable(String property, @Nullable Collection<@Nullable String> names) {
        if (names == null) {
            return List.of();
        }
        if (names.isEmpty()) {
            problems.add("%s is empty: leave it out, or name what you ask for.".formatted(property));
            return List.of();
        }
        if (names.size() > MAX_VALUES) {
            problems.add("%s has %d values; at most %d are allowed.".formatted(property, names.size(), MAX_VALUES));
            return List.of();
        }
        List<String> readable = new ArrayList<>();
        for (String name : names) {
            if (name == null) {
                problems.add("%s holds null.".formatted(property));
            } else if (name.length() > MAX_NAME) {
                problems.add("'%s…' in %s has %d characters; at most %d are allowed."
                        .formatted(name.substring(0, 20), property, name.length(), MAX_NAME));
            } else if (ComparableKey.of(name).isEmpty()) {
                problems.add("'%s' in %s holds nothing readable.".formatted(name, property));
            } else {
                readable.add(name);
            }
        }
        return readable;
    }

    private static List<Zone> zones() {
        return GAZETTEER.zonesAsOf(ALL_FOUNDED);
    }

    private static List<String> otherNamesOf(Zone zone) {
        Region province = GAZETTEER.provinceOf(zone);
        return List.of(
                zone.id(),
                zone.officialName(),
                province.shortName(),
                province.name(),
                province.shortName() + "自贸区",
                province.shortName() + "自由贸易试验区",
                province.name() + "自贸试验区",
                province.name() + "自贸区",
                province.name() + "自由贸易试验区");
    }

    // names that documents print for a domain beside its own
    private static List<String> absorbedBy(Domain domain) {
        List<String> names = new ArrayList<>(List.of(domain.name()));
        names.addAll(
                switch (domain) {
                    case TRADE -> List.of("跨境贸易");
                    case INVESTMENT -> List.of("投资管理", "市场准入");
                    case FINANCE, INTELLECTUAL_PROPERTY, OTHER -> List.of();
                    case INDUSTRY -> List.of("产业开放发展");
                    case GOVERNMENT -> List.of("政府管理创新", "营商环境");
                    case SUPERVISION -> List.of("事中事后监管");
                    case FACTORS -> List.of("人才", "数据", "土地");
                    case RULE_OF_LAW -> List.of("司法");
                    case COOPERATION -> List.of("开放通道", "对外经贸合作");
                });
        return names;
    }

    private static List<String> namesOf(Originality originality) {
        return switch (originality) {
            case NATIONAL_FIRST -> List.of(originality.name(), "全国首创");
            case PROVINCIAL_FIRST -> List.of(originality.name(), "全省首创");
        };
    }

    private static List<String> namesOf(PromotionScope scope) {
        return switch (scope) {
            case NATIONWIDE -> List.of(scope.name(), "全国");
            case PILOT_ZONES -> List.of(scope.name(), "自贸试验区");
            case COASTAL -> List.of(scope.name(), "沿海地区");
            case NAMED -> List.of(scope.name(), "指定地区");
            case LEVEL_OF_REGION -> List.of(scope.name(), "所属各地");
        };
    }

    private static List<String> otherNamesOf(PromotionScope scope) {
        return scope == PromotionScope.PILOT_ZONES ? Arrays.asList("自由贸易试验区", "自贸区") : List.of();
    }
}
