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
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of the document reached a record, and what did not.
 *
 * @param share 0 to 1 of the text, furniture counted as understood
 * @param unparsed stretches of text that no record came from, in order
 */
record Coverage(double share, List<LineRange> unparsed) {

    static Coverage of(DocumentText text, List<ParsedRecord> records) {
        BitSet covered = new BitSet();
        for (ParsedRecord record : records) {
            LineRange lines = linesOf(record);
            if (lines != null) {
                covered.set(lines.first(), lines.last() + 1);
            }
        }
        long furniture = text.omissions().stream()
                .mapToLong(omission -> omission.text().length())
                .sum();
        long all = furniture;
        long reached = furniture;
        List<LineRange> unparsed = new ArrayList<>();
        boolean open = false;
        for (Block block : text.blocks()) {
            int length = lengthOf(block);
            int hit =
                    covered.get(block.lines().first(), block.lines().last() + 1).cardinality();
            // a table that gave records was read whole: its captions and categories went into them
            boolean whole = block instanceof Table && hit > 0;
            int span = block.lines().last() - block.lines().first() + 1;
            all += length;
            reached += whole ? length : (long) length * hit / span;
            boolean missed = hit == 0;
            if (missed && open) {
                LineRange before = unparsed.removeLast();
                unparsed.add(new LineRange(
                        Math.min(before.first(), block.lines().first()),
                        Math.max(before.last(), block.lines().last())));
            } else if (missed) {
                unparsed.add(block.lines());
            }
            open = missed;
        }
        return new Coverage(all == 0 ? 0 : (double) reached / all, List.copyOf(unparsed));
    }

    private static int lengthOf(Block block) {
        return switch (block) {
            case Paragraph paragraph -> paragraph.text().length();
            case Table table ->
                table.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .mapToInt(String::length)
                        .sum();
        };
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
