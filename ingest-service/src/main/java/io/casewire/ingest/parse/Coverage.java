package io.casewire.ingest.parse;

import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.IndicatorRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.MilestoneRecord;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.parsed.TaskRecord;
import io.casewire.ingest.layout.Block;
import io.casewire.ingest.layout.DocumentText;
import io.casewire.ingest.layout.Paragraph;
import io.casewire.ingest.layout.Table;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much of the repaired text lies on lines that a record came from. */
final class Coverage {
    private Coverage() {}

    static double of(DocumentText text, List<ParsedRecord> records) {
        BitSet covered = new BitSet();
        for (ParsedRecord record : records) {
            LineRange lines = linesOf(record);
            if (lines != null) {
                covered.set(lines.first(), lines.last() + 1);
            }
        }
        long all = 0;
        long reached = 0;
        for (Block block : text.blocks()) {
            switch (block) {
                case Paragraph paragraph -> {
                    all += paragraph.text().length();
                    reached +=
                            share(covered, paragraph.lines(), paragraph.text().length());
                }
                case Table table -> {
                    for (Table.Row row : table.rows()) {
                        int length =
                                row.cells().stream().mapToInt(String::length).sum();
                        all += length;
                        reached += share(covered, row.lines(), length);
                    }
                }
            }
        }
        return all == 0 ? 0 : (double) reached / all;
    }

    private static long share(BitSet covered, LineRange lines, int length) {
        int hit = covered.get(lines.first(), lines.last() + 1).cardinality();
        return (long) length * hit / (lines.last() - lines.first() + 1);
    }

    static @Nullable LineRange linesOf(ParsedRecord record) {
        return switch (record) {
            case CaseRecord found -> found.lines();
            case TaskRecord found -> found.lines();
            case AdoptionRecord found -> found.lines();
            case MilestoneRecord found -> found.lines();
            case IndicatorRecord found -> found.lines();
            case DiagnosticRecord found -> found.lines();
            case DocumentRecord _ -> null;
        };
    }
}
