package io.casewire.catalog.lineage.likeness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What speaks for two tellings being of the same innovation. Pure: the same two tellings give the same, whichever comes first.
 *
 * @param title {@link TitleCore#likeness}
 * @param name a name in quotation marks stands in both: in both titles 1, in a title and in the other's text {@value #IN_TEXT}
 * @param contrast the titles stand against each other, see {@link Contrasts}
 * @param wording {@link Wording#containment}
 * @param ownWords both are described at length, each in words of its own
 * @param place where they were made
 * @param figures how many figures both state
 * @param unit a unit made or is responsible for both
 * @param adoption one of them is a sentence that says something was adopted, which names it
 * @param reasons the same for a person to read
 */
public record Likeness(
        double title,
        double name,
        boolean contrast,
        double wording,
        boolean ownWords,
        Place place,
        int figures,
        boolean unit,
        boolean adoption,
        List<String> reasons) {
    static final double IN_TEXT = 0.7;

    private static final double WORTH_SAYING = 0.05;

    /** How two places of origin stand to each other. */
    public enum Place {
        /** They share a province. */
        SHARED,
        /** One of them names none. */
        UNKNOWN,
        /** They share none. */
        APART
    }

    public Likeness {
        reasons = List.copyOf(reasons);
    }

    /** The likeness of two tellings, in either order. */
    public static Likeness of(Telling one, Telling other) {
        List<String> reasons = new ArrayList<>();
        double title = one.key().equals(other.key()) ? 1 : one.core().likeness(other.core());
        if (title >= 0.5) {
            reasons.add(one.key().equals(other.key()) ? "same title" : "titles alike to " + perCent(title));
        }
        double name = name(one, other, reasons);
        boolean contrast = Contrasts.between(one.marks(), other.marks());
        if (contrast) {
            reasons.add("the titles name opposite things, other places or other numbers");
        }
        Place place = place(one, other, reasons);
        double wording = one.wording().containment(other.wording());
        if (wording >= WORTH_SAYING) {
            reasons.add(perCent(wording) + " of the shorter text's wording in the other");
        }
        Set<String> figures = shared(one.figures(), other.figures());
        if (!figures.isEmpty()) {
            reasons.add("same figures: " + String.join(", ", figures));
        }
        boolean unit = !Collections.disjoint(one.units(), other.units());
        if (unit) {
            reasons.add("same unit: " + String.join(", ", shared(one.units(), other.units())));
        }
        boolean adoption = one.isEvidence() || other.isEvidence();
        boolean ownWords = !adoption && wording < WORTH_SAYING && one.wording().comparable(other.wording());
        return new Likeness(title, name, contrast, wording, ownWords, place, figures.size(), unit, adoption, reasons);
    }

    /**
     * Two entries of one list are two innovations, however alike they sound. A document tells of one twice where it describes it in one
     * part and lists it in another.
     */
    public static boolean stayApart(Telling one, Telling other) {
        if (one.id().equals(other.id()) || (one.isEvidence() && other.isEvidence())) {
            return true;
        }
        boolean oneDocument = one.document().equals(other.document()) && !one.isEvidence() && !other.isEvidence();
        return oneDocument
                && (one.part().equals(other.part())
                        || (one.promoted() == other.promoted() && !one.key().equals(other.key())));
    }

    // a formatter costs more than all the rest of a comparison
    private static String perCent(double share) {
        return Math.round(100 * share) + " %";
    }

    private static double name(Telling one, Telling other, List<String> reasons) {
        Set<String> inTitles = new TreeSet<>(named(one.titleNames(), other.key()));
        inTitles.addAll(named(other.titleNames(), one.key()));
        if (!inTitles.isEmpty()) {
            reasons.add("both titles name " + String.join(", ", inTitles));
            return 1;
        }
        Set<String> inText = new TreeSet<>(shared(one.titleNames(), other.textNames()));
        inText.addAll(shared(other.titleNames(), one.textNames()));
        if (!inText.isEmpty()) {
            reasons.add("the text of one names " + String.join(", ", inText) + ", as the other's title");
            return IN_TEXT;
        }
        return 0;
    }

    private static Set<String> named(Set<String> names, String title) {
        Set<String> named = new HashSet<>();
        for (String name : names) {
            if (title.contains(name)) {
                named.add(name);
            }
        }
        return named;
    }

    private static Place place(Telling one, Telling other, List<String> reasons) {
        if (one.places().isEmpty() || other.places().isEmpty()) {
            return Place.UNKNOWN;
        }
        Set<String> both = shared(one.places(), other.places());
        if (both.isEmpty()) {
            reasons.add("made in different places");
            return Place.APART;
        }
        reasons.add("made in the same place: "
                + String.join(", ", both.stream().map(Places::name).toList()));
        return Place.SHARED;
    }

    private static Set<String> shared(Set<String> one, Set<String> other) {
        Set<String> shared = new TreeSet<>(one);
        shared.retainAll(other);
        return shared;
    }
}
