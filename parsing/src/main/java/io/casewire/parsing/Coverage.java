package io.casewire.parsing;

import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.ChapterRecord;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.IndicatorRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.MilestoneRecord;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.parsed.TaskRecord;
import io.casewire.parsing.field.calendar.PrintedDate;
import io.casewire.parsing.field.calendar.PrintedDates;
import io.casewire.parsing.field.responsibility.FirstUnit;
import io.casewire.parsing.layout.Block;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.layout.Table;
import io.casewire.parsing.outline.Marker;
import io.casewire.text.ComparableKey;
import io.casewire.text.Lexicon;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much of the document reached a record, and what did not. A character counts as reached where a record holds it with the
 * characters around it; boilerplate counts as understood.
 *
 * @param share 0 to 1 of the text
 * @param unparsed stretches of text that no record came from, in order
 */
record Coverage(double share, List<Stretch> unparsed) {
    private static final int SEQUENCE = 8;
    /** Within the lines of a record its units and dates are short. */
    private static final int SHORT_SEQUENCE = 4;

    /** Labels, marks and numbers between the parts of a record are no longer than that. */
    static final int MAX_LABEL_LENGTH = 12;

    /** 排第一位的为牵头单位，下同: followed in every record. */
    private static final int MAX_RULE_LENGTH = 30;

    /** A shorter run outside the lines of any record agrees by chance. */
    private static final int MIN_RUN = 16;

    static final double MISSED = 0.5;

    private static final Lexicon SOURCE_NOTES = Lexicon.of("资料来源：", "数据来源：", "来源：", "注：", "（此件");

    /**
     * Text that no record came from.
     *
     * @param characters in its paragraphs and tables
     * @param excerpt its first characters
     */
    record Stretch(LineRange lines, int characters, String excerpt) {
        private static final int EXCERPT = 24;

        static Stretch of(LineRange lines, String text) {
            String excerpt = text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
            return new Stretch(lines, text.length(), excerpt.replace('\n', ' '));
        }

        Stretch and(LineRange more, int length) {
            return new Stretch(
                    new LineRange(Math.min(lines.first(), more.first()), Math.max(lines.last(), more.last())),
                    characters + length,
                    excerpt);
        }
    }

    static Coverage of(DocumentText text, DocumentRecord document, List<ParsedRecord> records) {
        return new Reckoning(text, document, records).coverage();
    }

    private static final class Reckoning {
        private final DocumentText text;
        /** Of each block. */
        private final List<String> texts = new ArrayList<>();

        private final DocumentRecord document;
        private final BitSet lines = new BitSet();
        /** Lines that hold several paragraphs: that one of them gave a record says nothing of the others. */
        private final BitSet shared = new BitSet();

        /** The folded texts of the records, by {@link Fold#hash}. */
        private final Set<Long> whole = new HashSet<>();

        private final String title;
        private final Traces traces;
        private final Traces fine;

        Reckoning(DocumentText text, DocumentRecord document, List<ParsedRecord> records) {
            this.text = text;
            this.document = document;
            this.title = document.title() == null ? "" : ComparableKey.of(document.title());
            long characters = 0;
            for (Block block : text.blocks()) {
                texts.add(textOf(block));
                characters += texts.getLast().length();
            }
            this.traces = new Traces(SEQUENCE, 2 * characters);
            this.fine = new Traces(SHORT_SEQUENCE, characters);
            BitSet seen = new BitSet();
            for (Block block : text.blocks()) {
                int first = block.lines().first();
                shared.set(first, seen.get(first) || shared.get(first));
                seen.set(first);
            }
            Texts.of(document, this::take);
            for (ParsedRecord record : records) {
                Texts.of(record, this::take);
                LineRange own = linesOf(record);
                if (own != null) {
                    lines.set(own.first(), own.last() + 1);
                }
            }
        }

        private void take(String part) {
            whole.add(ComparableKey.hash(part, 0, part.length()));
            traces.add(part);
            fine.add(part);
        }

        Coverage coverage() {
            long reached = text.omissions().stream()
                    .mapToLong(omission -> omission.text().length())
                    .sum();
            long all = reached;
            List<Stretch> unparsed = new ArrayList<>();
            boolean open = false;
            for (int i = 0; i < texts.size(); i++) {
                Block block = text.blocks().get(i);
                String own = texts.get(i);
                if (block instanceof Table table && hits(table) > 0) {
                    all += own.length();
                    reached += own.length() - new MissedCells(this::isKnown, whole, fine, lines).note(table, unparsed);
                    open = false;
                    continue;
                }
                int known = reached(block, own);
                all += own.length();
                reached += known;
                boolean missed = known < MISSED * own.length();
                if (missed && open) {
                    unparsed.add(unparsed.removeLast().and(block.lines(), own.length()));
                } else if (missed) {
                    unparsed.add(Stretch.of(block.lines(), own));
                }
                open = missed;
            }
            return new Coverage(all == 0 ? 0 : (double) reached / all, List.copyOf(unparsed));
        }

        private int hits(Block block) {
            return lines.get(block.lines().first(), block.lines().last() + 1).cardinality();
        }

        private int reached(Block block, String own) {
            int hit = hits(block);
            if (isKnown(own)) {
                return own.length();
            }
            if (hit > 0 && shared.get(block.lines().first())) {
                return count(traces.known(own), SEQUENCE, MAX_LABEL_LENGTH);
            }
            return hit > 0 ? count(fine.known(own), 1, MAX_LABEL_LENGTH) : count(traces.known(own), MIN_RUN, 0);
        }

        /** A heading, a line of the head or the signature, the note below a table. */
        private boolean isKnown(String own) {
            Marker marker = Marker.read(own);
            int begin = marker == null ? 0 : marker.end();
            int note = own.endsWith("）") ? own.lastIndexOf('（') : -1;
            int end = note > begin ? note : own.length();
            long name = ComparableKey.hash(own, begin, end);
            if (name == 0) {
                return false;
            }
            boolean part = begin > 0 || end < own.length();
            if (whole.contains(name)
                    || (part && whole.contains(ComparableKey.hash(own, 0, own.length())))
                    || isInTitle(own, begin, end)) {
                return true;
            }
            if (own.length() <= MAX_RULE_LENGTH && FirstUnit.saidBy(own) == FirstUnit.LEADS) {
                return true;
            }
            PrintedDate date = document.issuedOn() == null ? null : PrintedDates.at(own, 0);
            return (date != null && date.end() == own.length()) || SOURCE_NOTES.isAt(own, 0);
        }

        private boolean isInTitle(String own, int begin, int end) {
            if (title.isEmpty() || end - begin < SHORT_SEQUENCE) {
                return false;
            }
            String key = ComparableKey.of(own.substring(begin, end));
            return key.length() >= SHORT_SEQUENCE && title.contains(key);
        }
    }

    /** How many characters are known: runs of a least length, and gaps of a greatest between them. */
    static int count(boolean[] known, int shortestRun, int longestGap) {
        int count = 0;
        int at = 0;
        while (at < known.length) {
            int end = at;
            while (end < known.length && known[end] == known[at]) {
                end++;
            }
            boolean counts = known[at] ? end - at >= shortestRun : end - at <= longestGap;
            count += counts ? end - at : 0;
            at = end;
        }
        return count;
    }

    private static String textOf(Block block) {
        return switch (block) {
            case Paragraph paragraph -> paragraph.text();
            case Table table -> {
                StringBuilder cells = new StringBuilder();
                table.rows().forEach(row -> row.cells().forEach(cells::append));
                yield cells.toString();
            }
        };
    }

    static @Nullable LineRange linesOf(ParsedRecord record) {
        return switch (record) {
            case CaseRecord found -> found.lines();
            case TaskRecord found -> found.lines();
            case AdoptionRecord found -> found.lines();
            case MilestoneRecord found -> found.lines();
            case IndicatorRecord found -> found.lines();
            case ChapterRecord found -> found.lines();
            case DiagnosticRecord found -> found.lines();
            case DocumentRecord _ -> null;
        };
    }
}
