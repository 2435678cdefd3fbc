package io.casewire.replication.store;

import io.casewire.contracts.wire.WireJson;
import java.util.Map;
import org.bson.Document;
import tools.jackson.core.type.TypeReference;

/**
 * Values in the store in their wire shape, so that a concept has one form in events, answers and documents. Dates stay
 * ISO text, which sorts as they do and knows no time zone.
 */
public final class StoredJson {
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private StoredJson() {}

    /** The value as a document. */
    public static Document document(Object value) {
        return new Document(WireJson.mapper().convertValue(value, FIELDS));
    }

    /** Reads back what {@link #document} made. */
    public static <T> T value(Document document, Class<T> type) {
        return WireJson.mapper().convertValue(document, type);
    }
}
