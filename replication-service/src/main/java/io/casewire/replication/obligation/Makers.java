package io.casewire.replication.obligation;

import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.parsed.Genre;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who made what a case tells of: by the case itself, or, where it names no zone and no area, by linked tellings of results. Pure. */
final class Makers {
    private static final Made NOBODY = new Made(List.of(), null);

    private final Origins own;
    private final List<Telling> others;

    /** @param tellings of the same innovation; empty where the case names its maker itself */
    Makers(Gazetteer gazetteer, PromotedCase promoted, List<CaseFile> tellings) {
        own = origins(gazetteer, promoted);
        others = new ArrayList<>();
        tellings.forEach(telling -> others.add(new Telling(telling.id(), origins(gazetteer, telling.promoted()))));
    }

    private record Telling(CaseId id, Origins origins) {}

    /**
     * Who of the makers is at a place.
     *
     * @param names as printed; empty if nobody is
     * @param told the linked case that prints them; null where it is the case itself
     */
    record Made(List<String> names, @Nullable CaseId told) {}

    /** Whether other tellings have to be asked. */
    static boolean areUnnamed(PromotedCase promoted) {
        return promoted.promotion() != null
                && promoted.zones().isEmpty()
                && promoted.areas().isEmpty();
    }

    /**
     * Whether a case tells of a result where it was made. An instrument tells of what others made, and a region that carries
     * one out is not the maker.
     */
    static boolean isTold(CaseFile file) {
        Genre genre = file.document().genre();
        return file.withdrawn() == null
                && switch (genre) {
                    case ACHIEVEMENT_TABLE, BEST_PRACTICES, CASE_STUDIES, REPORT -> true;
                    case PLAN, PROMOTION_LIST, MEASURES, UNRECOGNISED -> false;
                }
                && !Supersession.isNational(file.promotion());
    }

    /** @param whole as for {@link Origins#at} */
    Made at(Place place, boolean whole) {
        List<String> named = own.at(place, whole);
        if (!named.isEmpty()) {
            return new Made(named, null);
        }
        for (Telling telling : others) {
            List<String> told = telling.origins().at(place, whole);
            if (!told.isEmpty()) {
                return new Made(told, telling.id());
            }
        }
        return NOBODY;
    }

    private static Origins origins(Gazetteer gazetteer, PromotedCase promoted) {
        return new Origins(gazetteer, promoted.zones(), promoted.areas(), promoted.originUnits());
    }
}
