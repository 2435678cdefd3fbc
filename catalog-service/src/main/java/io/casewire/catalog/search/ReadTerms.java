package io.casewire.catalog.search;

import io.casewire.query.Gram;
import io.casewire.text.SearchText.Piece;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/**
 * The terms that {@link CaseTokenizer} makes, of texts that were read already: one reading of a part serves every field that it stands in. Between
 * parts nothing is joined.
 */
final class ReadTerms extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final List<Part> parts;
    private final boolean counted;

    private int part;
    private int at;
    /** How many pieces the next term has, beginning with that at {@link #at}. */
    private int count;

    private int characters;
    private int position;

    /**
     * A part of the text.
     *
     * @param times how often it counts as standing there
     */
    record Part(List<Piece> pieces, int times) {}

    private ReadTerms(List<Part> parts, boolean counted) {
        this.parts = List.copyOf(parts);
        this.counted = counted;
    }

    /** Each part once, with positions that count characters. */
    static ReadTerms of(List<Part> parts) {
        return new ReadTerms(parts, false);
    }

    /**
     * Each part as often as it counts, without positions: a term is told once with how often it stands there, and a piece steps as far as it counts, from
     * which {@link #length} knows how long the text is.
     */
    static ReadTerms counted(List<Part> parts) {
        return new ReadTerms(parts.stream().filter(part -> part.times() > 0).toList(), true);
    }

    /** How many pieces a counted text has, given the last position of it; what they make together counts for nothing. */
    static int length(int lastPosition) {
        return lastPosition + 1;
    }

    @Override
    public void reset() {
        part = 0;
        at = 0;
        count = 1;
        characters = 0;
        position = -1;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        while (part < parts.size() && at >= parts.get(part).pieces().size()) {
            characters += length(parts.get(part).pieces());
            part++;
            at = 0;
            count = 1;
        }
        if (part >= parts.size()) {
            return false;
        }
        List<Piece> pieces = parts.get(part).pieces();
        int times = parts.get(part).times();
        for (int i = at; i < at + count; i++) {
            term.append(pieces.get(i).text());
        }
        if (counted) {
            frequency.setTermFrequency(times);
            step.setPositionIncrement(count == 1 ? times : 0);
        } else {
            int here = characters + pieces.get(at).position();
            step.setPositionIncrement(here - position);
            position = here;
        }
        if (count < Gram.longestAt(pieces, at)) {
            count++;
        } else {
            at++;
            count = 1;
        }
        return true;
    }

    /** With the place of the mark that stands between two parts. */
    private static int length(List<Piece> pieces) {
        return pieces.isEmpty()
                ? 0
                : pieces.getLast().position() + pieces.getLast().text().length() + 1;
    }
}
