package io.casewire.embedded.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a document has in the fields of an index: one tuple, or one for each element where a field lies in an array or is one. The
 * fields of one element stay together; two arrays side by side are refused, as MongoDB does.
 */
@SuppressWarnings("ReferenceEquality") // of two arrays with the same values each stands for its own field
final class Tuples {
    private static final char DOT = '.';

    private final List<Component> components;
    private final boolean intoNested;
    private final List<@Nullable Object[]> tuples = new ArrayList<>();
    private int traits;

    private Tuples(List<Component> components, boolean intoNested) {
        this.components = components;
        this.intoNested = intoNested;
    }

    /**
     * The tuples of a document.
     *
     * @param intoNested whether an array that is an element of another counts by its elements too: the server's {@code $in} finds it by them
     * @throws CannotIndexParallelArraysError where two of the fields lie in different arrays
     */
    static Tuples of(Document document, List<Component> components, boolean intoNested) {
        Tuples found = new Tuples(components, intoNested);
        Place[] places = new Place[components.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = new Place(document, components.get(i).field());
        }
        found.expand(places);
        return found;
    }

    /** Values of one entry in the order of the components; null for missing ones too. */
    List<@Nullable Object[]> all() {
        return tuples;
    }

    int traits() {
        return traits;
    }

    /** Whether none of the fields is there. */
    boolean areAllMissing() {
        return tuples.stream().flatMap(Arrays::stream).allMatch(value -> value instanceof Missing);
    }

    /** The bytes an entry begins with. */
    byte[] bytes(@Nullable Object[] tuple) {
        OrderedBytes bytes = new OrderedBytes();
        for (int i = 0; i < tuple.length; i++) {
            boolean ascending = components.get(i).ascending();
            if (tuple[i] == EMPTY_ARRAY) {
                bytes.appendEmpty(ascending);
            } else {
                bytes.append(tuple[i], ascending);
            }
        }
        return bytes.toArray();
    }

    /** Stands for an array without elements. */
    private static final Object EMPTY_ARRAY = new Object();

    /** The values of a tuple as a message shows them. */
    static List<@Nullable Object> shown(@Nullable Object[] tuple) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Object value : tuple) {
            values.add(value instanceof Missing ? null : value == EMPTY_ARRAY ? List.of() : value);
        }
        return values;
    }

    /**
     * How far one field has been followed.
     *
     * @param path what is still to go; empty at the end
     */
    private record Place(@Nullable Object value, String path) {
        Place down() {
            Place place = this;
            while (!place.path.isEmpty() && place.value instanceof Document document) {
                int dot = place.path.indexOf(DOT);
                String field = dot < 0 ? place.path : place.path.substring(0, dot);
                place = new Place(document.getOrMissing(field), dot < 0 ? "" : place.path.substring(dot + 1));
            }
            return place.path.isEmpty() || place.value instanceof Collection
                    ? place
                    : new Place(Missing.getInstance(), "");
        }

        @Nullable
        Collection<?> array() {
            return value instanceof Collection<?> elements ? elements : null;
        }
    }

    private void expand(Place[] places) {
        Collection<?> array = null;
        Map<Integer, Collection<?>> arrays = new LinkedHashMap<>();
        for (int i = 0; i < places.length; i++) {
            places[i] = places[i].down();
            Collection<?> found = places[i].array();
            if (found != null) {
                arrays.put(i, found);
                array = array == null ? found : array;
            }
        }
        if (array == null) {
            add(places);
            return;
        }
        for (Map.Entry<Integer, Collection<?>> other : arrays.entrySet()) {
            if (other.getValue() != array) {
                throw new CannotIndexParallelArraysError(arrays.keySet().stream()
                        .map(i -> components.get(i).field())
                        .toList());
            }
            traits |= Traits.multikey(other.getKey());
        }
        expandEach(places, array);
    }

    private void expandEach(Place[] places, Collection<?> array) {
        if (array.isEmpty()) {
            Place[] none = places.clone();
            for (int i = 0; i < none.length; i++) {
                if (none[i].array() == array) {
                    none[i] = new Place(none[i].path.isEmpty() ? EMPTY_ARRAY : Missing.getInstance(), "");
                }
            }
            expand(none);
        }
        for (Object element : array) {
            expand(with(places, array, element, false));
            if (intoNested && element instanceof Collection) {
                expand(with(places, array, element, true));
            }
        }
    }

    /** @param apart whether to take an element apart that is an array itself and where the path ends */
    private static Place[] with(Place[] places, Collection<?> array, @Nullable Object element, boolean apart) {
        Place[] one = places.clone();
        for (int i = 0; i < one.length; i++) {
            if (one[i].array() == array) {
                boolean whole = !apart && one[i].path.isEmpty() && element instanceof Collection;
                one[i] = new Place(whole ? new Nested(element) : element, one[i].path);
            }
        }
        return one;
    }

    /** An array not to be taken apart. */
    private record Nested(@Nullable Object array) {}

    private void add(Place[] places) {
        @Nullable Object[] tuple = new @Nullable Object[places.length];
        for (int i = 0; i < tuple.length; i++) {
            Object value = places[i].value;
            tuple[i] = value instanceof Nested nested ? nested.array() : value;
            if (tuple[i] instanceof Document
                    || tuple[i] instanceof Collection
                    || tuple[i] instanceof Decimal128
                    || tuple[i] instanceof BsonRegularExpression
                    || tuple[i] instanceof BsonJavaScript) {
                traits |= Traits.UNORDERED;
            }
        }
        tuples.add(tuple);
    }
}
