package io.casewire.contracts.parsed;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * One line of {@code casewire parse}: the document first, then what was found in it in document order, then the passages of a report, then what was
 * noticed on the way. A component that is null was not printed in the document; nothing is guessed unless its name says
 * so.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DocumentRecord.class, name = "document"),
    @JsonSubTypes.Type(value = CaseRecord.class, name = "case"),
    @JsonSubTypes.Type(value = TaskRecord.class, name = "task"),
    @JsonSubTypes.Type(value = AdoptionRecord.class, name = "adoption"),
    @JsonSubTypes.Type(value = MilestoneRecord.class, name = "milestone"),
    @JsonSubTypes.Type(value = IndicatorRecord.class, name = "indicator"),
    @JsonSubTypes.Type(value = ChapterRecord.class, name = "chapter"),
    @JsonSubTypes.Type(value = DiagnosticRecord.class, name = "diagnostic")
})
public sealed interface ParsedRecord
        permits DocumentRecord,
                CaseRecord,
                TaskRecord,
                AdoptionRecord,
                MilestoneRecord,
                IndicatorRecord,
                ChapterRecord,
                DiagnosticRecord {}
