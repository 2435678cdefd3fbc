package io.casewire.catalog.lineage;

import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.parsed.PromotionStrength;
import java.util.Comparator;

/**
 * How far a telling carries its innovation.
 *
 * @param reach who is to take it over
 * @param mandated whether they have to
 * @param stage how far along its way it stands
 */
record Standing(Reach reach, boolean mandated, Stage stage) implements Comparable<Standing> {
    private static final Comparator<Standing> WIDEST_LAST = Comparator.comparing((Standing standing) -> standing.reach)
            .thenComparing(standing -> standing.mandated)
            .thenComparing(standing -> standing.stage);

    /** Who is addressed, the fewest first. */
    enum Reach {
        NOBODY,
        REGIONS_OF_A_PROVINCE,
        NAMED,
        /** Printed for everybody to learn from, in a collection that names no addressee. */
        COLLECTION,
        COASTAL,
        PILOT_ZONES,
        NATIONWIDE
    }

    /** The way of an innovation, from where it was made to where it is put to work. */
    enum Stage {
        PROVINCIAL_RESULT,
        DESCRIPTION,
        BEST_PRACTICE,
        NATIONAL_LIST,
        LOCAL_TEXT
    }

    static Standing of(CaseRecord content, DocumentReference document) {
        Promotion promotion = content.promotion();
        Reach reach = promotion == null ? unprinted(document.genre()) : reach(promotion);
        boolean mandated = promotion != null && promotion.strength() == PromotionStrength.MANDATED;
        return new Standing(reach, mandated, stage(reach, document.genre()));
    }

    @Override
    public int compareTo(Standing other) {
        return WIDEST_LAST.compare(this, other);
    }

    private static Reach reach(Promotion promotion) {
        return switch (promotion.scope()) {
            case NATIONWIDE -> Reach.NATIONWIDE;
            case PILOT_ZONES -> Reach.PILOT_ZONES;
            case COASTAL -> Reach.COASTAL;
            case NAMED -> Reach.NAMED;
            case LEVEL_OF_REGION -> Reach.REGIONS_OF_A_PROVINCE;
        };
    }

    private static Reach unprinted(Genre genre) {
        return genre == Genre.BEST_PRACTICES || genre == Genre.PROMOTION_LIST ? Reach.COLLECTION : Reach.NOBODY;
    }

    private static Stage stage(Reach reach, Genre genre) {
        if (reach.compareTo(Reach.COASTAL) >= 0) {
            return Stage.NATIONAL_LIST;
        }
        return switch (genre) {
            case ACHIEVEMENT_TABLE -> Stage.PROVINCIAL_RESULT;
            case BEST_PRACTICES -> Stage.BEST_PRACTICE;
            case PROMOTION_LIST -> reach == Reach.REGIONS_OF_A_PROVINCE ? Stage.LOCAL_TEXT : Stage.NATIONAL_LIST;
            case MEASURES, PLAN -> Stage.LOCAL_TEXT;
            case CASE_STUDIES, REPORT, UNRECOGNISED -> Stage.DESCRIPTION;
        };
    }
}
