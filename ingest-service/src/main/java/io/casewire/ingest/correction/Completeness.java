package io.casewire.ingest.correction;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a record has what its type always has: JSON may leave out anything. */
final class Completeness {
    private Completeness() {}

    /** The first component without a value that is not nullable, with the names above it; empty where none is missing. */
    static Optional<String> missing(Object record, String above) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String name = above + '/' + component.getName();
            Object value = value(component, record);
            Optional<String> missing = value == null
                    ? Optional.of(name)
                            .filter(_ -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    : within(value, name);
            if (missing.isPresent()) {
                return missing;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> within(Object value, String name) {
        if (value instanceof Record inner) {
            return missing(inner, name);
        }
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof Record element) {
                    Optional<String> missing = missing(element, name + '/' + i);
                    if (missing.isPresent()) {
                        return missing;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable Object value(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("The accessors of records are public and throw nothing", e);
        }
    }
}
