package io.casewire.contracts.event;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where the deadline of an obligation comes from. Without a deadline beside it: who took it back.
 *
 * @param actor token subject of who set it; absent where a document did and from an {@link #outline()}
 * @param reason in the person's words; absent as {@code actor}
 * @param at when it was set
 * @param workingDays it was counted as that many; null where the day itself was given
 * @param countedFrom the day before the first of them; null as {@code workingDays}
 * @param provisional whether they were counted through a year whose holidays were not announced then: the day stands all the same
 */
public record Due(
        Source source,
        @Nullable String actor,
        @Nullable String reason,
        Instant at,
        @Nullable Integer workingDays,
        @Nullable LocalDate countedFrom,
        boolean provisional) {
    /** The same for readers who may not know who set it and why. */
    public Due outline() {
        return new Due(source, null, null, at, workingDays, countedFrom, provisional);
    }

    /** What a deadline follows from. */
    public enum Source {
        /** A coordinator or operator set it. */
        COORDINATOR,
        /** The instrument that promotes the case prints it. No document read so far does. */
        INSTRUMENT,
        /** A plan's task on the case prints it. No document read so far does. */
        PLAN,
        /** A source that a newer producer knows. */
        @JsonEnumDefaultValue
        OTHER
    }
}
