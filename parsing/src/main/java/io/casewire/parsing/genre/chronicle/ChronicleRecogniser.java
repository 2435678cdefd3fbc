package io.casewire.parsing.genre.chronicle;

import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.MilestoneRecord;
import io.casewire.parsing.genre.Findings;
import io.casewire.parsing.genre.Fit;
import io.casewire.parsing.genre.Recogniser;
import io.casewire.parsing.head.DocumentIdentity;
import io.casewire.parsing.layout.Block;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.layout.Table;
import io.casewire.text.ComparableKey;
import io.casewire.text.Glyphs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The chronicle of a report: dated entries below a heading that calls itself one. */
public final class ChronicleRecogniser implements Recogniser {
    private static final int SUREST = 95;
    private static final List<String> NAMES = List.of("大事记", "大事年表", "大事纪要", "大事回顾", "工作纪事", "发展历程", "年度纪事");
    private static final int MAX_NAME_LENGTH = 30;
    /** Fewer dated entries under a name may be anything. */
    private static final int MIN_COUNT = 3;

    private static final int KEY_LENGTH = 40;

    @Override
    public Genre genre() {
        return Genre.REPORT;
    }

    @Override
    public int highest() {
        return SUREST;
    }

    @Override
    public Fit fit(DocumentText text) {
        int entries = entries(text).size();
        // no list or notice carries a chronicle: it outweighs the tables that a report also has
        return entries == 0 ? Fit.NONE : new Fit(SUREST, "a chronicle with " + entries + " dated entries");
    }

    @Override
    public Findings read(DocumentText text, DocumentIdentity identity) {
        List<MilestoneRecord> milestones = new ArrayList<>();
        for (Entry entry : entries(text)) {
            String words = entry.text.toString();
            String key = ComparableKey.of(words);
            milestones.add(new MilestoneRecord(
                    EvidenceId.derive(
                            identity.key(),
                            "milestone",
                            entry.line.date(),
                            key.substring(0, Math.min(KEY_LENGTH, key.length()))),
                    entry.line.date(),
                    entry.line.dateEnd(),
                    words,
                    new LineRange(entry.firstLine, entry.lastLine)));
        }
        return Findings.of(milestones, List.of());
    }

    private static List<Entry> entries(DocumentText text) {
        List<Entry> entries = new ArrayList<>();
        List<Block> blocks = text.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Paragraph paragraph && namesChronicle(paragraph)) {
                List<Entry> found = entriesFrom(blocks, i + 1);
                if (found.size() >= MIN_COUNT) {
                    entries.addAll(found);
                    break;
                }
            }
        }
        return entries;
    }

    private static boolean namesChronicle(Paragraph paragraph) {
        String text = paragraph.text();
        return text.length() <= MAX_NAME_LENGTH
                && NAMES.stream().anyMatch(text::contains)
                && !Glyphs.endsSentence(text);
    }

    private static List<Entry> entriesFrom(List<Block> blocks, int from) {
        List<Entry> entries = new ArrayList<>();
        Entry open = null;
        int year = 0;
        int month = 0;
        for (int i = from; i < blocks.size(); i++) {
            switch (blocks.get(i)) {
                case Table table -> {
                    year = readTable(table, year, entries);
                    open = null;
                }
                case Paragraph paragraph
                when namesChronicle(paragraph) -> {
                    // the entries below belong to that one
                    return complete(entries);
                }
                case Paragraph paragraph -> {
                    DatedLine line = DatedLine.of(paragraph.text(), year);
                    if (line == null && month > 0) {
                        line = DatedLine.ofDay(paragraph.text(), year, month);
                    }
                    if (line != null) {
                        year = line.year();
                        month = line.month();
                        boolean heading = line.yearOnly()
                                && line.end() == paragraph.text().length();
                        open = heading ? null : new Entry(line, paragraph);
                        if (open != null) {
                            entries.add(open);
                        }
                    } else if (open == null ? !entries.isEmpty() : !open.takes(paragraph)) {
                        // what is neither dated nor the rest of an entry comes after the chronicle
                        if (paragraph.headingLevel() > 0) {
                            return complete(entries);
                        }
                    } else if (open != null) {
                        open.add(paragraph);
                    }
                }
            }
        }
        return complete(entries);
    }

    private static List<Entry> complete(List<Entry> entries) {
        return entries.stream().filter(entry -> !entry.text.isEmpty()).toList();
    }

    private static int readTable(Table table, int knownYear, List<Entry> entries) {
        int year = knownYear;
        for (Table.Row row : table.rows()) {
            int dated = 0;
            while (dated < row.cells().size() && DatedLine.of(row.cell(dated), year) == null) {
                dated++;
            }
            DatedLine line = dated < row.cells().size() ? DatedLine.of(row.cell(dated), year) : null;
            if (line != null && dated + 1 < row.cells().size()) {
                year = line.year();
                Entry entry = new Entry(line, Paragraph.of("", row.lines().first()));
                entry.text.append(row.cell(dated + 1));
                entry.lastLine = row.lines().last();
                entries.add(entry);
            }
        }
        return year;
    }

    /** An entry in the making. */
    private static final class Entry {
        private final DatedLine line;
        private final StringBuilder text = new StringBuilder();
        private final int firstLine;
        private int lastLine;

        Entry(DatedLine line, Paragraph paragraph) {
            this.line = line;
            this.firstLine = paragraph.lines().first();
            this.lastLine = paragraph.lines().last();
            String printed = paragraph.text();
            text.append(printed, Math.min(line.end(), printed.length()), printed.length());
        }

        /** An entry that has said its sentence goes on only with another sentence, not with a footer. */
        boolean takes(@Nullable Paragraph paragraph) {
            if (paragraph == null || paragraph.headingLevel() > 0) {
                return false;
            }
            boolean said = Glyphs.endsSentence(text);
            return !said
                    || (Glyphs.endsSentence(paragraph.text())
                            && !paragraph.text().startsWith("（"));
        }

        void add(Paragraph paragraph) {
            text.append(paragraph.text());
            lastLine = paragraph.lines().last();
        }
    }
}
