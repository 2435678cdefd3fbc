package io.casewire.query;

import io.casewire.text.SearchText;
import java.util.List;
import java.util.function.IntConsumer;

/** All the text of what a query is asked of, as it is searched. */
public final class ContentText {
    private final SearchText text;

    private ContentText(SearchText text) {
        this.text = text;
    }

    /** @param parts nothing is found over the end of one */
    static ContentText of(List<String> parts) {
        return new ContentText(SearchText.of(String.join("\n", parts)));
    }

    /** Whether a text stands here as it is, in any spelling. */
    public boolean has(String typed) {
        return hasLine(SearchText.of(typed).line());
    }

    boolean hasLine(String line) {
        return text.contains(line);
    }

    boolean has(Gram gram) {
        return hasLine(gram.term())
                || (!gram.apart().isEmpty() && gram.apart().stream().allMatch(this::has));
    }

    void forEachClue(IntConsumer shown) {
        Clue.forEachCode(text.line(), shown);
    }
}
