package io.casewire.query;

import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Metric;
import io.casewire.query.figure.Effect;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a query is asked of: a case, or whatever else has text. Worked out as far as it is asked for; safe for several threads. */
public final class Content {
    private final Supplier<ContentText> text;
    private final Supplier<Set<String>> places;
    private final Supplier<List<Effect>> effects;
    private volatile @Nullable ContentText knownText;
    private volatile @Nullable Set<String> knownPlaces;
    private volatile @Nullable List<Effect> knownEffects;

    private Content(Supplier<ContentText> text, Supplier<Set<String>> places, Supplier<List<Effect>> effects) {
        this.text = text;
        this.places = places;
        this.effects = effects;
    }

    /** Of a case, read in that document. */
    public static Content of(CaseRecord content, DocumentReference document) {
        List<Metric> metrics = content.metrics();
        return new Content(
                () -> ContentText.of(Arrays.stream(CaseField.values())
                        .map(field -> field.textOf(content, document))
                        .toList()),
                () -> CasePlaces.of(content, document).all(),
                () -> metrics.stream().map(Effect::of).toList());
    }

    /** Of texts, over whose ends nothing is found; its places are those they name, and it has no effects. */
    public static Content of(Collection<String> texts) {
        List<String> all = List.copyOf(texts);
        return new Content(
                () -> ContentText.of(all), () -> CasePlaces.of(List.of(), all).all(), List::of);
    }

    /** Its text. */
    public ContentText text() {
        ContentText known = knownText;
        if (known == null) {
            known = text.get();
            knownText = known;
        }
        return known;
    }

    /** Lets go of what was worked out of its text, which is much larger than the text; it is worked out again where it is asked for. */
    public void forget() {
        knownText = null;
    }

    /** Ids of places it comes from, is promoted to or speaks of; an area's zone, city and province among them. */
    public Set<String> places() {
        Set<String> known = knownPlaces;
        if (known == null) {
            known = places.get();
            knownPlaces = known;
        }
        return known;
    }

    /** Its quantified effects. */
    List<Effect> effects() {
        List<Effect> known = knownEffects;
        if (known == null) {
            known = effects.get();
            knownEffects = known;
        }
        return known;
    }

    /** Shows the codes of its clues, one of which a query has that it answers; the same one may be shown more than once. */
    public void forEachClue(IntConsumer shown) {
        text().forEachClue(shown);
    }
}
