package io.casewire.parsing.genre.promotion;

import io.casewire.contracts.parsed.LineRange;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.CaseNumber;
import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Style;
import io.casewire.text.Glyphs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A numbered title and the prose beneath it.
 *
 * @param heading the paragraph of the title
 * @param begin where the title begins behind its number
 * @param style of its number; null where a word numbers it (案例一)
 * @param body the sentences beneath it; empty where there are none
 */
record ToldTitle(
        Paragraph heading, int number, int begin, @Nullable Style style, List<Paragraph> body) {
    private static final int MIN_LENGTH = 4;
    private static final int MAX_LENGTH = 45;
    /** Null stands for cases numbered by a word. */
    private static final List<Style> STYLES = List.of(Style.HAN, Style.HAN_PAREN, Style.ARABIC, Style.ARABIC_PAREN);

    ToldTitle {
        body = List.copyOf(body);
    }

    String title() {
        return heading.text().substring(begin).strip();
    }

    LineRange lines() {
        Paragraph last = body.isEmpty() ? heading : body.getLast();
        return new LineRange(heading.lines().first(), last.lines().last());
    }

    /** All headings in the one style of numbering that has most of them with prose beneath; empty where none has any. */
    static List<ToldTitle> in(List<Paragraph> paragraphs) {
        List<ToldTitle> most = in(paragraphs, null);
        for (Style style : STYLES) {
            List<ToldTitle> titles = in(paragraphs, style);
            most = told(titles) > told(most) ? titles : most;
        }
        return most;
    }

    private static long told(List<ToldTitle> titles) {
        return titles.stream().filter(title -> !title.body.isEmpty()).count();
    }

    private static List<ToldTitle> in(List<Paragraph> paragraphs, @Nullable Style style) {
        List<ToldTitle> titles = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            int above = style == null && i > 0
                    ? CaseNumber.alone(paragraphs.get(i - 1).text())
                    : -1;
            ToldTitle bare = above > 0 ? below(paragraphs.get(i), above) : numbered(paragraphs.get(i), style);
            if (bare != null) {
                titles.add(new ToldTitle(bare.heading, bare.number, bare.begin, style, body(paragraphs, i, style)));
            }
        }
        return titles;
    }

    private static @Nullable ToldTitle numbered(Paragraph paragraph, @Nullable Style style) {
        String text = paragraph.text();
        int begin;
        int number;
        if (style == null) {
            CaseNumber spelled = CaseNumber.read(text);
            if (spelled == null) {
                return null;
            }
            begin = spelled.end();
            number = spelled.number();
        } else {
            Marker marker = Marker.read(text);
            if (marker == null || marker.style() != style) {
                return null;
            }
            begin = marker.end();
            number = marker.number();
        }
        return isTitle(text, begin) ? new ToldTitle(paragraph, number, begin, style, List.of()) : null;
    }

    /** A title below its number, which stands on a line of its own. */
    private static @Nullable ToldTitle below(Paragraph paragraph, int number) {
        boolean title = isTitle(paragraph.text(), 0) && Marker.read(paragraph.text()) == null;
        return title ? new ToldTitle(paragraph, number, 0, null, List.of()) : null;
    }

    private static boolean isTitle(String text, int begin) {
        int length = text.length() - begin;
        return length >= MIN_LENGTH && length <= MAX_LENGTH && !Glyphs.endsSentence(text);
    }

    /** The sentences down to the next heading; what is no sentence (a signature, a heading of another kind) ends them. */
    private static List<Paragraph> body(List<Paragraph> paragraphs, int heading, @Nullable Style style) {
        List<Paragraph> body = new ArrayList<>();
        for (int i = heading + 1; i < paragraphs.size(); i++) {
            String text = paragraphs.get(i).text();
            boolean told = Glyphs.endsSentence(text) || (text.startsWith("（") && text.endsWith("）"));
            if (!told || numbers(text, style)) {
                break;
            }
            body.add(paragraphs.get(i));
        }
        return body;
    }

    /** Whether a text begins with a number that ends the prose above it: of the same level or of one outside. */
    private static boolean numbers(String text, @Nullable Style style) {
        Marker marker = Marker.read(text);
        return style == null
                ? CaseNumber.read(text) != null
                : marker != null && marker.style().rank() <= style.rank();
    }
}
