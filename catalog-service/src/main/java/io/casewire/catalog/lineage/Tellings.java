package io.casewire.catalog.lineage;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.WriteModel;
import io.casewire.catalog.lineage.likeness.Adopter;
import io.casewire.catalog.lineage.likeness.Telling;
import io.casewire.catalog.lineage.likeness.TitleCore;
import io.casewire.catalog.lineage.likeness.Wording;
import io.casewire.contracts.wire.WireJson;
import io.casewire.serving.store.GuardedWrites;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What is compared of every case and every adoption, one document each at its newest revision. */
final class Tellings {
    static final String COLLECTION = "tellings";

    private static final String KEYS = "keys";
    /** They are one text: a store takes a hundred texts apart whenever it reads one telling. No key has a line break. */
    private static final String BETWEEN_KEYS = "\n";

    private static final String WITHDRAWN = "withdrawn";
    private static final String DOCUMENT = "document";
    private static final String PART = "part";
    private static final String PROMOTED = "promoted";
    private static final String MARKS = "marks";
    private static final String TITLE = "title";
    private static final String KEY = "key";
    private static final String CORE = "core";
    private static final String TITLE_NAMES = "titleNames";
    private static final String TEXT_NAMES = "textNames";
    private static final String PLACES = "places";
    private static final String UNITS = "units";
    private static final String FIGURES = "figures";
    private static final String WORDING = "wording";
    private static final String ADOPTER = "adopter";
    private static final JsonMapper JSON = WireJson.mapper();

    private final MongoTemplate mongo;

    Tellings(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * Under which keys one was entered.
     *
     * @param revision that was
     */
    record Entered(long revision, Set<String> keys) {}

    /**
     * What to show of one.
     *
     * @param title null where only its withdrawal was heard of
     */
    record Summary(@Nullable String title, @Nullable Adopter adopter) {}

    /** Stores it unless a newer revision is there. */
    void keep(Collection<Heard> heard) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (Heard one : heard) {
            Document fields = one.telling() == null ? new Document(WITHDRAWN, true) : fields(one.telling());
            writes.add(GuardedWrites.ifNewer(
                    one.id(),
                    one.revision(),
                    new Document(
                            "$set",
                            fields.append(GuardedWrites.REVISION, one.revision())
                                    .append(KEYS, String.join(BETWEEN_KEYS, one.keys())))));
        }
        GuardedWrites.needless(mongo, COLLECTION, writes);
    }

    /** Those of these ids that were ever heard of. */
    Map<String, Entered> entered(Collection<String> ids) {
        Map<String, Entered> entered = new HashMap<>();
        read(
                ids,
                Projections.include(GuardedWrites.REVISION, KEYS),
                document -> entered.put(
                        document.getString("_id"),
                        new Entered(document.getLong(GuardedWrites.REVISION), keys(document))));
        return entered;
    }

    /** Those of these ids that were ever heard of and are not withdrawn. */
    Map<String, Telling> find(Collection<String> ids) {
        Map<String, Telling> found = new HashMap<>();
        // the keys are as long as all the rest
        read(ids, Projections.exclude(KEYS), document -> {
            if (!document.getBoolean(WITHDRAWN)) {
                found.put(document.getString("_id"), telling(document));
            }
        });
        return found;
    }

    private void read(Collection<String> ids, Bson fields, Consumer<Document> each) {
        if (!ids.isEmpty()) {
            mongo.execute(COLLECTION, tellings -> {
                tellings.find(Filters.in("_id", ids)).projection(fields).forEach(each);
                return ids;
            });
        }
    }

    /** What to show of these ids, withdrawn ones too. */
    Map<String, Summary> summaries(Collection<String> ids) {
        Map<String, Summary> summaries = new HashMap<>();
        read(
                ids,
                Projections.include(TITLE, ADOPTER),
                document -> summaries.put(
                        document.getString("_id"), new Summary(document.getString(TITLE), adopter(document))));
        return summaries;
    }

    private static Set<String> keys(Document document) {
        if (!(document.get(KEYS) instanceof String keys)) {
            // stores of earlier builds have a list
            return set(document, KEYS);
        }
        return keys.isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(keys.split(BETWEEN_KEYS)));
    }

    private static Document fields(Telling telling) {
        return new Document(WITHDRAWN, false)
                .append(DOCUMENT, telling.document())
                .append(PART, telling.part())
                .append(PROMOTED, telling.promoted())
                .append(MARKS, List.copyOf(telling.marks()))
                .append(TITLE, telling.title())
                .append(KEY, telling.key())
                .append(CORE, telling.core().text())
                .append(TITLE_NAMES, List.copyOf(telling.titleNames()))
                .append(TEXT_NAMES, List.copyOf(telling.textNames()))
                .append(PLACES, List.copyOf(telling.places()))
                .append(UNITS, List.copyOf(telling.units()))
                .append(FIGURES, List.copyOf(telling.figures()))
                .append(WORDING, new Binary(telling.wording().bytes()))
                .append(ADOPTER, telling.adopter() == null ? null : JSON.writeValueAsString(telling.adopter()));
    }

    private static Telling telling(Document document) {
        return new Telling(
                document.getString("_id"),
                document.getString(DOCUMENT),
                document.getString(PART),
                document.getBoolean(PROMOTED),
                document.getString(TITLE),
                document.getString(KEY),
                new TitleCore(document.getString(CORE)),
                set(document, MARKS),
                set(document, TITLE_NAMES),
                set(document, TEXT_NAMES),
                set(document, PLACES),
                set(document, UNITS),
                set(document, FIGURES),
                Wording.read(document.get(WORDING, Binary.class).getData()),
                adopter(document));
    }

    private static @Nullable Adopter adopter(Document document) {
        String adopter = document.getString(ADOPTER);
        return adopter == null ? null : JSON.readValue(adopter, Adopter.class);
    }

    private static Set<String> set(Document document, String field) {
        return new LinkedHashSet<>(document.getList(field, String.class, List.of()));
    }
}
