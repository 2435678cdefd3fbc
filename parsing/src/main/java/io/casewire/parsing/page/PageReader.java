package io.casewire.parsing.page;

import io.casewire.parsing.layout.Block;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.layout.Interruption;
import io.casewire.parsing.layout.Omission;
import io.casewire.parsing.layout.Omission.Reason;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.layout.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads decoded text into blocks. */
public final class PageReader {
    private PageReader() {}

    /** The repaired document; every original line is in a block, in the omissions, or blank. */
    public static DocumentText read(String name, String text) {
        List<Omission> omissions = new ArrayList<>();
        List<Line> lines = Wrapping.undo(Pagination.mark(linesOf(text, omissions)));
        boolean[] taken = markBoilerplate(lines, omissions);
        Joiner joiner = new Joiner(lines);
        int at = 0;
        while (at < lines.size()) {
            Interruption.check();
            Line line = lines.get(at);
            if (taken[at] || line.isBlank()) {
                joiner.skip(taken[at]);
                at++;
            } else if (line.table() != null) {
                List<Omission> fields = SiteFields.of(line.table());
                if (fields != null) {
                    omissions.addAll(fields);
                } else {
                    joiner.add(withCaption(line.table(), joiner));
                }
                at++;
            } else if (TableReader.beginsAt(lines, at)) {
                at = addTable(lines, at, taken, omissions, joiner);
            } else {
                FlatTable.Found flat = FlatTable.read(lines, taken, at);
                flat = flat == null ? MashedTable.read(lines, taken, at) : flat;
                if (flat == null) {
                    joiner.add(line);
                    at++;
                } else {
                    joiner.add(withCaption(flat.table(), joiner));
                    at = flat.next();
                }
            }
        }
        int lineCount = lines.isEmpty() ? 0 : lines.getLast().number();
        List<Block> blocks = Unfolding.unfold(Continuations.merge(joiner.blocks(omissions)));
        return new DocumentText(name, blocks, omissions, lineCount);
    }

    /** The lines of a text as this reader counts them, unrepaired. */
    public static List<String> lines(String text) {
        return Lines.split(text);
    }

    private static List<Line> linesOf(String text, List<Omission> omissions) {
        if (HtmlLines.looksLike(text)) {
            return HtmlLines.read(text, omissions);
        }
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String printed : Lines.split(text)) {
            number++;
            Interruption.check();
            addLine(printed, number, lines);
        }
        return lines;
    }

    /** A form feed ends a page wherever it stands. */
    private static void addLine(String printed, int number, List<Line> lines) {
        int from = 0;
        for (int feed = printed.indexOf('\f'); feed >= 0; feed = printed.indexOf('\f', from)) {
            if (feed > from) {
                lines.add(Line.of(number, printed.substring(from, feed)));
            }
            lines.add(Line.pageBreak(number));
            from = feed + 1;
        }
        if (from == 0 || from < printed.length()) {
            lines.add(Line.of(number, printed.substring(from)));
        }
    }

    private static boolean[] markBoilerplate(List<Line> lines, List<Omission> omissions) {
        boolean[] contents = Contents.mark(lines);
        boolean[] taken = new boolean[lines.size()];
        int links = Boilerplate.linksBelow(lines);
        boolean translated = Boilerplate.isTranslated(lines);
        Map<Integer, String> fields = SiteFields.in(lines);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.isBlank() || line.table() != null) {
                taken[i] = line.boilerplate() != null;
                continue;
            }
            String field = fields.get(i);
            if (field != null) {
                taken[i] = true;
                omissions.add(new Omission(line.number(), Reason.METADATA, field));
                continue;
            }
            Reason known = line.boilerplate();
            Reason reason = contents[i]
                    ? Reason.TABLE_OF_CONTENTS
                    : known != null ? known : i >= links ? Reason.NAVIGATION : Boilerplate.of(line);
            if (reason == null && translated && Boilerplate.isForeign(line)) {
                reason = Reason.DUPLICATED_TEXT;
            }
            if (reason != null) {
                taken[i] = true;
                omissions.add(Boilerplate.omission(line, reason));
            }
        }
        return taken;
    }

    private static int addTable(List<Line> lines, int at, boolean[] taken, List<Omission> omissions, Joiner joiner) {
        TableReader reader = new TableReader(lines, taken, omissions);
        Table table = reader.read(at, null);
        if (table == null) {
            joiner.add(lines.get(at));
            return at + 1;
        }
        joiner.add(withCaption(table, joiner));
        return reader.next();
    }

    private static Block withCaption(Table table, Joiner joiner) {
        String caption = table.caption() != null ? table.caption() : joiner.takeCaption();
        return new Table(caption, table.header(), table.rows(), table.lines());
    }

    /** A paragraph that names the table below it; null for any other. */
    static @Nullable String captionOf(Paragraph paragraph) {
        return Captions.isCaption(paragraph.text()) ? paragraph.text() : null;
    }
}
