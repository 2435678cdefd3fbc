package io.casewire.catalog.search;

import io.casewire.catalog.figure.StrongestChange;
import io.casewire.query.figure.EffectCondition;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

/** In what order cases are listed; equals go by their ids. */
enum Order {
    /** The best hit first; asked without words, the same as newest. */
    RELEVANCE,
    /** The case first published last. */
    NEWEST,
    /** The strongest change in per cent first, of the effects that are asked for. */
    EFFECT;

    /** Its name in the URL. */
    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> slugs() {
        return Arrays.stream(values()).map(Order::slug).toList();
    }

    static Optional<Order> ofSlug(String slug) {
        return Arrays.stream(values())
                .filter(order -> order.slug().equalsIgnoreCase(slug))
                .findFirst();
    }

    Sort sort(EffectCondition condition) {
        SortField first =
                switch (this) {
                    case RELEVANCE -> SortField.FIELD_SCORE;
                    case NEWEST -> new SortField(IndexedCase.FIRST_PUBLISHED, SortField.Type.LONG, true);
                    case EFFECT -> new StrongestChange(condition).getSortField(true);
                };
        return new Sort(first, new SortField(IndexedCase.ID, SortField.Type.STRING));
    }

    /** The key of a hit as a number, for a cursor. */
    long key(FieldDoc hit) {
        return switch (this) {
            case RELEVANCE -> Float.floatToIntBits((Float) hit.fields[0]);
            case NEWEST -> (Long) hit.fields[0];
            case EFFECT -> Double.doubleToLongBits((Double) hit.fields[0]);
        };
    }

    /** Where a list goes on behind the place of a cursor. */
    FieldDoc after(SearchPlace place) {
        Object key =
                switch (this) {
                    case RELEVANCE -> Float.intBitsToFloat((int) place.sortKey());
                    case NEWEST -> place.sortKey();
                    case EFFECT -> Double.longBitsToDouble(place.sortKey());
                };
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {key, new BytesRef(place.id())});
    }
}
