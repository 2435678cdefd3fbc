package io.casewire.catalog.search;

import io.casewire.query.Gram;
import io.casewire.text.SearchText;
import io.casewire.text.SearchText.Piece;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.List;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The terms of the index: each piece of a {@link SearchText}, and what neighbouring ones make together, Chinese characters in
 * pairs, words up to {@link Gram#MAX_JOINED} of them. Positions count characters, so that a phrase is the same in every spelling of its
 * words and none spans a sentence's mark; offsets are those of the text as printed.
 */
final class CaseTokenizer extends Tokenizer {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);

    private List<Piece> pieces = List.of();
    private int length;
    private int at;
    /** How many pieces the next term has, beginning with that at {@link #at}. */
    private int count;

    private int position;

    CaseTokenizer() {
        super();
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        StringWriter text = new StringWriter();
        Reader reader = input;
        reader.transferTo(text);
        length = text.getBuffer().length();
        pieces = SearchText.of(text.toString()).pieces();
        at = 0;
        count = 1;
        position = -1;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (at >= pieces.size()) {
            return false;
        }
        Piece first = pieces.get(at);
        term.setEmpty();
        pieces.subList(at, at + count).forEach(piece -> term.append(piece.text()));
        offset.setOffset(
                correctOffset(first.start()),
                correctOffset(pieces.get(at + count - 1).end()));
        step.setPositionIncrement(first.position() - position);
        position = first.position();
        if (count < Gram.longestAt(pieces, at)) {
            count++;
        } else {
            at++;
            count = 1;
        }
        return true;
    }

    @Override
    public void end() throws IOException {
        super.end();
        offset.setOffset(correctOffset(length), correctOffset(length));
    }
}
