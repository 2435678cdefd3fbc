package io.casewire.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The order in which documents are asked for. Documents that it leaves equal come in their natural order, that of their ids.
 *
 * @param fields the id is told as {@link #NATURAL}
 */
record Order(List<Component> fields) {
    /** MongoDB's own word for the order in which documents are kept. */
    static final String NATURAL = "$natural";

    private static final Order AS_KEPT = new Order(List.of(new Component(NATURAL, true)));

    Order {
        fields = List.copyOf(fields);
    }

    /**
     * The order a query asks for.
     *
     * @param sort null or empty for the natural order
     * @param idField of the collection; null where documents have none
     */
    static Order of(@Nullable Document sort, @Nullable String idField) {
        if (sort == null || sort.isEmpty()) {
            return AS_KEPT;
        }
        return new Order(sort.entrySet().stream()
                .map(field -> new Component(
                        Objects.equals(field.getKey(), idField) ? NATURAL : field.getKey(), isAscending(field)))
                .toList());
    }

    private static boolean isAscending(Map.Entry<String, Object> field) {
        return field.getValue() instanceof Number direction && direction.intValue() > 0;
    }
}
