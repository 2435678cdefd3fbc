package io.casewire.parsing;

import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.ChapterRecord;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.DocumentRecord.Counts;
import io.casewire.contracts.parsed.IndicatorRecord;
import io.casewire.contracts.parsed.MilestoneRecord;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.parsed.TaskRecord;
import java.util.List;

/** How many records of each kind there are, and metrics in them. */
final class RecordCounts {
    private RecordCounts() {}

    static Counts of(List<ParsedRecord> records) {
        int cases = 0;
        int tasks = 0;
        int adoptions = 0;
        int milestones = 0;
        int indicators = 0;
        int metrics = 0;
        int chapters = 0;
        for (ParsedRecord record : records) {
            switch (record) {
                case CaseRecord found -> {
                    cases++;
                    metrics += found.metrics().size();
                }
                case TaskRecord _ -> tasks++;
                case AdoptionRecord found -> {
                    adoptions++;
                    metrics += found.metrics().size();
                }
                case MilestoneRecord _ -> milestones++;
                case IndicatorRecord _ -> indicators++;
                case ChapterRecord _ -> chapters++;
                case DocumentRecord _, DiagnosticRecord _ -> {
                    // not among the findings of a recogniser
                }
            }
        }
        return new Counts(cases, tasks, adoptions, milestones, indicators, metrics, chapters == 0 ? null : chapters);
    }
}
