package io.casewire.parsing.genre.report;

import io.casewire.contracts.id.ChapterId;
import io.casewire.contracts.parsed.ChapterRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.parsing.head.DocumentIdentity;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.Headings;
import io.casewire.text.CharacterSet;
import io.casewire.text.ComparableKey;
import io.casewire.text.Glyphs;
import io.casewire.text.Lexicon;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The running text of a report in passages: what stands below one heading, divided between paragraphs where it is long. A passage is named by its
 * headings and its place below them, so that it keeps its id when words of it change.
 */
public final class RunningText {
    /** Names, captions and labels on lines of their own are shorter and have none of the marks below. */
    private static final int MIN_LENGTH = 40;

    private static final CharacterSet CLAUSE_MARKS = CharacterSet.of("，。；！？");
    private static final Lexicon NOTES = Lexicon.of("资料来源：", "数据来源：", "注：");

    private final DocumentIdentity identity;
    private final BitSet told;
    private final Headings headings = new Headings();
    private final Map<String, Integer> parts = new HashMap<>();
    private final List<ChapterRecord> chapters = new ArrayList<>();
    private @Nullable Paragraph open;

    private RunningText(DocumentIdentity identity, BitSet told) {
        this.identity = identity;
        this.told = told;
    }

    /**
     * The passages in reading order; tables are none.
     *
     * @param told lines of the records that hold all that stands on them; their paragraphs are left out
     */
    public static List<ChapterRecord> of(DocumentText text, DocumentIdentity identity, List<LineRange> told) {
        BitSet lines = new BitSet();
        told.forEach(range -> lines.set(range.first(), range.last() + 1));
        RunningText running = new RunningText(identity, lines);
        text.paragraphs().forEach(running::read);
        running.close();
        return List.copyOf(running.chapters);
    }

    private void read(Paragraph paragraph) {
        List<String> above = headings.path();
        if (headings.pass(paragraph.text(), paragraph.headingLevel())) {
            close(above);
        } else if (isProse(paragraph) && !isTold(paragraph.lines())) {
            add(paragraph);
        }
    }

    private static boolean isProse(Paragraph paragraph) {
        String text = paragraph.text();
        boolean says = text.length() >= MIN_LENGTH || CLAUSE_MARKS.isIn(text);
        return says && !NOTES.isAt(text, 0) && !(text.startsWith("（") && text.endsWith("）"));
    }

    private boolean isTold(LineRange lines) {
        int first = told.nextSetBit(lines.first());
        return first >= 0 && first <= lines.last();
    }

    private void add(Paragraph paragraph) {
        Paragraph rest = paragraph;
        if (open != null && open.text().length() + 1 + rest.text().length() > ChapterRecord.MAX_LENGTH) {
            close();
        }
        while (rest.text().length() > ChapterRecord.MAX_LENGTH) {
            int end = endOfPassage(rest.text());
            open = rest.slice(0, end);
            close();
            rest = rest.slice(end);
        }
        open = open == null ? rest : open.append("\n", rest);
    }

    /** Behind the last sentence that a passage holds; where none ends there, behind the last whole character. */
    private static int endOfPassage(String text) {
        for (int end = ChapterRecord.MAX_LENGTH; end > ChapterRecord.MAX_LENGTH / 2; end--) {
            if (Glyphs.isSentenceEnd(text.charAt(end - 1))) {
                return end;
            }
        }
        return Character.isHighSurrogate(text.charAt(ChapterRecord.MAX_LENGTH - 1))
                ? ChapterRecord.MAX_LENGTH - 1
                : ChapterRecord.MAX_LENGTH;
    }

    private void close() {
        close(headings.path());
    }

    private void close(List<String> path) {
        Paragraph passage = open;
        open = null;
        if (passage == null || passage.text().isEmpty()) {
            return;
        }
        String place = path.stream().map(ComparableKey::of).collect(Collectors.joining("\n"));
        int part = parts.merge(place, 1, Integer::sum);
        chapters.add(new ChapterRecord(
                ChapterId.derive(identity.key(), place, String.valueOf(part)),
                path.isEmpty() ? null : path.getLast(),
                part,
                passage.text(),
                path.isEmpty() ? path : path.subList(0, path.size() - 1),
                passage.lines()));
    }
}
