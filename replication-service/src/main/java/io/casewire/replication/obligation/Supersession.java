package io.casewire.replication.obligation;

import io.casewire.contracts.event.Basis.Superseding;
import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.parsed.PromotionScope;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a later national instrument takes the place of a provincial one: it promotes a case of that title, or one that a
 * confirmed link calls the same, to the whole country, the coast or the zones, and obliges the region or its province. Pure.
 */
final class Supersession {
    private final Map<String, List<CaseFile>> national;
    private final Map<CaseId, List<CaseFile>> linked;

    /**
     * @param titled the promoted cases that bear these titles
     * @param linked the other tellings of what a case tells
     */
    Supersession(Collection<CaseFile> titled, Map<CaseId, List<CaseFile>> linked) {
        national = titled.stream().filter(Supersession::stands).collect(Collectors.groupingBy(CaseFile::titleKey));
        this.linked = linked;
    }

    private static boolean stands(CaseFile file) {
        return file.withdrawn() == null && isNational(file.promotion());
    }

    /** Whether a case is one that a national instrument can take the place of. */
    static boolean canBefall(CaseFile file) {
        Promotion promotion = file.promotion();
        return promotion != null
                && (promotion.scope() == PromotionScope.NAMED || promotion.scope() == PromotionScope.LEVEL_OF_REGION);
    }

    /** Whether a case is promoted by a national instrument. */
    static boolean isNational(@Nullable Promotion promotion) {
        return promotion != null
                && switch (promotion.scope()) {
                    case NATIONWIDE, PILOT_ZONES, COASTAL -> true;
                    case NAMED, LEVEL_OF_REGION -> false;
                };
    }

    /** What takes the place of a region's duty; empty if nothing does. Of several the latest. */
    Optional<Superseding> of(CaseFile file, RegionInScope region) {
        return canBefall(file)
                ? Stream.concat(
                                national.getOrDefault(file.titleKey(), List.of()).stream(),
                                linked.getOrDefault(file.id(), List.of()).stream()
                                        .filter(Supersession::stands))
                        .filter(later -> day(later).isAfter(day(file)) && obliges(later, region))
                        .max(Comparator.comparing(Supersession::day)
                                .thenComparing(later -> later.id().value()))
                        .map(Supersession::superseding)
                : Optional.empty();
    }

    private static Superseding superseding(CaseFile later) {
        Promotion promotion = later.promotion();
        return new Superseding(later.id(), promotion == null ? null : promotion.instrument(), day(later));
    }

    private static boolean obliges(CaseFile national, RegionInScope region) {
        return national.regions().stream()
                .anyMatch(obliged -> obliged.code().equals(region.code())
                        || (obliged.level() == Level.PROVINCE && obliged.code().equals(region.provinceCode())));
    }

    private static LocalDate day(CaseFile file) {
        return file.scope().day().counted();
    }
}
