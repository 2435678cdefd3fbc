package io.casewire.parsing.page;

import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.CaseNumber;
import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Style;
import io.casewire.text.CharacterSet;
import io.casewire.text.Glyphs;

/** What the end of a paragraph and the beginning of a line tell by themselves. */
final class Edges {
    /** A line this short ended because its author ended it, not because the page did. */
    static final int MIN_WRAPPED_LENGTH = 16;

    private static final CharacterSet OPENING = CharacterSet.of("（《“【");
    private static final CharacterSet CLOSING = CharacterSet.of("）》”】");
    private static final CharacterSet CLAUSE_ENDS = CharacterSet.of("，、。；");

    private Edges() {}

    static boolean startsPart(Line line) {
        if (line.headingLevel() > 0) {
            return true;
        }
        Marker marker = line.marker();
        return marker != null
                || line.text().startsWith("附件")
                || CaseNumber.read(line.text()) != null
                || line.text().startsWith("（此件")
                || line.text().startsWith("【")
                || Glyphs.isSign(line.text().codePointAt(0));
    }

    static boolean startsWithContinuation(String text) {
        return "，、；。！？：）》”’】".indexOf(text.charAt(0)) >= 0;
    }

    static boolean isSignature(String text) {
        return text.length() <= 14 && text.endsWith("日") && Character.isDigit(text.charAt(0));
    }

    static boolean isHeading(Paragraph paragraph) {
        if (paragraph.headingLevel() > 0) {
            return true;
        }
        Marker marker = Marker.read(paragraph.text());
        return marker != null
                && marker.style() != Style.RUN_IN
                && paragraph.text().length() <= 60
                && paragraph.text().indexOf('。') < 0
                && !hasOpenBracket(paragraph.text());
    }

    static boolean hasOpenBracket(CharSequence text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += OPENING.contains(text.charAt(i)) ? 1 : 0;
            depth -= CLOSING.contains(text.charAt(i)) ? 1 : 0;
        }
        return depth > 0;
    }

    /** Prose that stops without closing its sentence. */
    static boolean isOpen(Paragraph paragraph) {
        String text = paragraph.text();
        return text.length() >= MIN_WRAPPED_LENGTH
                && !isHeading(paragraph)
                && !Glyphs.endsSentence(text)
                && !text.endsWith("...")
                && !text.endsWith("…")
                && !endsWithNote(text)
                && !Glyphs.isSign(text.codePointBefore(text.length()))
                && hasClauses(text);
    }

    /** A closed bracket behind a whole sentence, or one that is the whole text, is a note (who is responsible); nothing follows it. */
    static boolean endsWithNote(String text) {
        if (!text.endsWith("）")) {
            return false;
        }
        int open = text.lastIndexOf('（');
        return open == 0 || (open > 0 && (Glyphs.endsSentence(text.substring(0, open)) || text.indexOf('：', open) > 0));
    }

    static boolean hasClauses(String text) {
        return CLAUSE_ENDS.isIn(text);
    }
}
