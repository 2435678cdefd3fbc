package io.casewire.parsing.genre;

import io.casewire.contracts.parsed.Genre;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.layout.Interruption;
import java.util.Comparator;
import java.util.List;

/** Chooses the genre whose recogniser a document fits best; of two that fit alike, the one listed first. */
public final class GenreChoice {
    private final List<Recogniser> listed;
    /** Those that can be surest first: once they are, the others need not be asked. */
    private final List<Recogniser> surestFirst;

    /** Of recognisers in the order of their rank: of two that fit alike the first wins. */
    public GenreChoice(List<Recogniser> recognisers) {
        this.listed = recognisers;
        this.surestFirst = recognisers.stream()
                .sorted(Comparator.comparingInt(Recogniser::highest).reversed())
                .toList();
    }

    /** The best; {@link Genre#UNRECOGNISED} with {@link Fit#NONE} where nothing speaks for any. */
    public Chosen of(DocumentText text) {
        Chosen best = new Chosen(Genre.UNRECOGNISED, Fit.NONE);
        int bestPlace = listed.size();
        for (Recogniser recogniser : surestFirst) {
            Interruption.check();
            int place = listed.indexOf(recogniser);
            if (wins(recogniser.highest(), place, best, bestPlace)) {
                Fit fit = recogniser.fit(text);
                if (wins(fit.score(), place, best, bestPlace)) {
                    best = new Chosen(recogniser.genre(), fit);
                    bestPlace = place;
                }
            }
        }
        return best;
    }

    private static boolean wins(int score, int place, Chosen best, int bestPlace) {
        int toBeat = best.fit().score();
        return score > toBeat || (score > 0 && score == toBeat && place < bestPlace);
    }

    /** A genre and how surely the document is of it. */
    public record Chosen(Genre genre, Fit fit) {}
}
