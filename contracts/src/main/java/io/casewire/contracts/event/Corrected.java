package io.casewire.contracts.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of corrected fields in events: left out where there are none, as before there was the list. */
final class Corrected {
    private Corrected() {}

    static @Nullable List<String> orNone(@Nullable List<String> fields) {
        return fields == null || fields.isEmpty() ? null : List.copyOf(fields);
    }
}
