package io.casewire.catalog.record;

import com.fasterxml.jackson.annotation.JsonValue;
import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.ChapterRecord;
import io.casewire.contracts.parsed.IndicatorRecord;
import io.casewire.contracts.parsed.MilestoneRecord;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.parsed.TaskRecord;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of record it is. */
public enum RecordKind {
    /** Work somebody has to do. */
    TASK(TaskRecord.class),
    /** A sentence that says a region replicated a result. */
    EVIDENCE(AdoptionRecord.class),
    /** An entry of a chronicle. */
    MILESTONE(MilestoneRecord.class),
    /** A row of an indicator table. */
    INDICATOR(IndicatorRecord.class),
    /** A passage of the running text of a report. */
    CHAPTER(ChapterRecord.class);

    private final Class<? extends ParsedRecord> type;

    RecordKind(Class<? extends ParsedRecord> type) {
        this.type = type;
    }

    Class<? extends ParsedRecord> type() {
        return type;
    }

    /** The name in URLs, JSON and the store. */
    @JsonValue
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that name, in small letters or capitals; empty if there is none. */
    public static Optional<RecordKind> ofSlug(String slug) {
        return Arrays.stream(values())
                .filter(kind -> kind.slug().equalsIgnoreCase(slug))
                .findFirst();
    }
}
