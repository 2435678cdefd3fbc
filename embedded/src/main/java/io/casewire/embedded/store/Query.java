package io.casewire.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a collection.
 *
 * @param sort null or empty for the natural order
 * @param skip how many fitting documents to pass over
 * @param limit how many to give at most; 0 for all
 * @param projection null or empty for whole documents
 */
record Query(
        Document filter,
        @Nullable Document sort,
        int skip,
        int limit,
        @Nullable Document projection) {

    /** Everything that fits, as a whole. */
    static Query of(Document filter) {
        return new Query(filter, null, 0, 0, null);
    }

    /** How many documents are looked for; 0 for all. */
    long most() {
        return limit == 0 ? 0 : (long) limit + skip;
    }

    boolean isProjected() {
        return projection != null && !projection.isEmpty();
    }

    /** Fields of the document itself that tell whether and where it comes; empty where it takes all of it. */
    Optional<Set<String>> deciding() {
        Set<String> fields = new HashSet<>();
        if (!collect(filter, fields)) {
            return Optional.empty();
        }
        if (sort != null) {
            sort.keySet().forEach(field -> fields.add(root(field)));
        }
        return Optional.of(fields);
    }

    /** Fields that are given out; empty for all of them. */
    Optional<Set<String>> given(@Nullable String idField) {
        if (projection == null || projection.isEmpty()) {
            return Optional.empty();
        }
        Set<String> fields = new HashSet<>();
        for (String field : projection.keySet()) {
            Object how = projection.get(field);
            if (!(how instanceof Number number && number.doubleValue() != 0) && !Boolean.TRUE.equals(how)) {
                return Optional.empty();
            }
            fields.add(root(field));
        }
        if (idField != null) {
            fields.add(idField);
        }
        return Optional.of(fields);
    }

    private static boolean collect(Document filter, Set<String> fields) {
        for (String name : filter.keySet()) {
            if (!name.startsWith("$")) {
                fields.add(root(name));
            } else if (filter.get(name) instanceof List<?> parts) {
                for (Object part : parts) {
                    if (!(part instanceof Document document) || !collect(document, fields)) {
                        return false;
                    }
                }
            } else if (!name.equals("$comment")) {
                return false;
            }
        }
        return true;
    }

    private static String root(String field) {
        int dot = field.indexOf('.');
        return dot < 0 ? field : field.substring(0, dot);
    }
}
