package io.casewire.catalog.lineage;

import io.casewire.catalog.lineage.likeness.IndexKeys;
import io.casewire.catalog.lineage.likeness.Telling;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.wire.Envelope;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A case or an adoption as an event told it.
 *
 * @param telling null where it was withdrawn
 * @param keys it is found by; none where it was withdrawn
 * @param cause what links that follow from it refer to
 */
record Heard(String id, long revision, @Nullable Telling telling, Set<String> keys, Envelope<? extends Event> cause) {
    Heard {
        keys = Collections.unmodifiableSet(new LinkedHashSet<>(keys));
    }

    static Heard of(Envelope<? extends Event> cause, @Nullable Telling telling) {
        return new Heard(
                cause.event().key(),
                cause.event().revision(),
                telling,
                telling == null ? Set.of() : IndexKeys.of(telling),
                cause);
    }

    static Heard newer(Heard one, Heard other) {
        return other.revision > one.revision ? other : one;
    }
}
