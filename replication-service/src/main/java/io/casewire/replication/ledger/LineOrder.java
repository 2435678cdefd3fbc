package io.casewire.replication.ledger;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.casewire.contracts.id.ObligationId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** An order of lines; within equals that of their ids. */
public enum LineOrder {
    ID("_id"),
    /** The earliest first, those without a deadline last. */
    DUE(SortKeys.DUE),
    /** By character codes of what makes titles the same text. */
    TITLE(SortKeys.TITLE_ORDER),
    /** By the names of the statuses. */
    STATUS(StoredEntry.STATUS),
    /** By number, else by title, as titles of cases; those without either last. */
    INSTRUMENT(SortKeys.INSTRUMENT);

    private static final String SEPARATOR = " ";

    private final String field;

    LineOrder(String field) {
        this.field = field;
    }

    /** Where a list goes on. */
    record Place(LineOrder order, String key, ObligationId id) {
        /** What a cursor says; of the plain order the id alone, as ever. */
        @Override
        public String toString() {
            return order == ID ? id.value() : String.join(SEPARATOR, order.slug(), key, id.value());
        }
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The order of that name; empty for any other. */
    static Optional<LineOrder> named(String name) {
        return Arrays.stream(values())
                .filter(order -> order.slug().equals(name))
                .findFirst();
    }

    static List<String> slugs() {
        return Arrays.stream(values()).map(LineOrder::slug).toList();
    }

    Bson sort() {
        return this == ID ? Sorts.ascending("_id") : Sorts.ascending(field, "_id");
    }

    /** Where a list in this order goes on after that entry. */
    Place place(Entry entry) {
        return new Place(this, key(entry), entry.id());
    }

    /**
     * The place that a cursor of a list in this order says.
     *
     * @throws IllegalArgumentException for one of another order, or none
     */
    Place place(String text) {
        if (this == ID) {
            return new Place(this, text, new ObligationId(text));
        }
        int first = text.indexOf(SEPARATOR);
        int last = text.lastIndexOf(SEPARATOR);
        if (first < 0 || last <= first || !text.substring(0, first).equals(slug())) {
            throw new IllegalArgumentException("A cursor of another order");
        }
        return new Place(this, text.substring(first + 1, last), new ObligationId(text.substring(last + 1)));
    }

    /** What comes after that place; null for the beginning. */
    @Nullable
    Bson after(@Nullable Place place) {
        if (place == null) {
            return null;
        }
        return this == ID
                ? Filters.gt("_id", place.id().value())
                : Filters.or(
                        Filters.gt(field, place.key()),
                        Filters.and(
                                Filters.eq(field, place.key()),
                                Filters.gt("_id", place.id().value())));
    }

    private String key(Entry entry) {
        return switch (this) {
            case ID -> entry.id().value();
            case STATUS -> entry.obligation().status().name();
            case DUE, TITLE, INSTRUMENT -> SortKeys.value(entry, field);
        };
    }
}
