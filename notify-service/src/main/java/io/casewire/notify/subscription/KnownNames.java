package io.casewire.notify.subscription;

import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.Originality;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.parsed.PromotionStrength;
import io.casewire.gazetteer.Area;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Region;
import io.casewire.gazetteer.Zone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The values of closed sets that criteria ask about, by every name people type for them. */
final class KnownNames {
    /** After the foundation of every zone and area of the tables. */
    private static final LocalDate ALL_FOUNDED = LocalDate.of(9999, 12, 31);

    private static final Gazetteer GAZETTEER = Gazetteer.standard();

    static final NameTable<EventKind> KINDS = new NameTable<>(
            List.of(EventKind.values()),
            kind -> List.of(kind.wireName()),
            kind -> List.of("casewire." + kind.wireName() + ".v1"));
    static final NameTable<Domain> DOMAINS = new NameTable<>(
            List.of(Domain.values()), domain -> List.of(domain.slug(), domain.chineseName()), KnownNames::absorbedBy);
    static final NameTable<Originality> ORIGINALITY =
            new NameTable<>(List.of(Originality.values()), KnownNames::namesOf, _ -> List.of());
    static final NameTable<PromotionScope> SCOPES =
            new NameTable<>(List.of(PromotionScope.values()), KnownNames::namesOf, KnownNames::otherNamesOf);
    static final NameTable<Zone> ZONES =
            new NameTable<>(zones(), zone -> List.of(zone.name()), KnownNames::otherNamesOf);
    static final NameTable<Area> AREAS = new NameTable<>(
            zones().stream()
                    .flatMap(zone -> GAZETTEER.areasAsOf(zone, ALL_FOUNDED).stream())
                    .toList(),
            area -> List.of(area.name()),
            area -> List.of(area.id()));
    static final NameTable<Region> REGIONS = new NameTable<>(
            GAZETTEER.regions(),
            region -> List.of(region.name(), region.code()),
            region -> List.of(region.shortName()));
    static final NameTable<PromotionStrength> STRENGTHS = new NameTable<>(
            List.of(PromotionStrength.values()),
            strength -> List.of(strength.name(), strength.chineseName()),
            _ -> List.of());
    static final NameTable<Genre> GENRES =
            new NameTable<>(List.of(Genre.values()), genre -> List.of(genre.name(), Wording.of(genre)), _ -> List.of());
    /** Without what only a newer producer knows. */
    static final NameTable<Level> LEVELS = new NameTable<>(
            Arrays.stream(Level.values()).filter(level -> level != Level.OTHER).toList(),
            level -> List.of(level.name(), Wording.of(level)),
            _ -> List.of());

    static final NameTable<Status> STATUSES = new NameTable<>(
            List.of(Status.values()), status -> List.of(status.name(), status.chineseName()), _ -> List.of());
    static final NameTable<Outcome> OUTCOMES = new NameTable<>(
            List.of(Outcome.values()), outcome -> List.of(outcome.name(), outcome.chineseName()), _ -> List.of());

    private KnownNames() {}

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
