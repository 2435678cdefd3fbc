package io.casewire.catalog.search;

import io.casewire.catalog.casefile.StoredCase;
import io.casewire.text.SearchText;
import io.casewire.text.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What of a query a case has not, so that nobody takes most of the words for all of them. */
final class LeftOut {
    private final TextQueries texts;

    LeftOut(TextQueries texts) {
        this.texts = texts;
    }

    /** The stretches of the query's words that stand nowhere in the case, as typed; a slip of the pen and other names count as found. */
    List<String> of(AnalysedQuery query, StoredCase stored) {
        return of(query, SearchField.contentsOf(stored).values());
    }

    /** The same of any texts. */
    List<String> of(AnalysedQuery query, Collection<String> texts) {
        SearchText all = SearchText.of(texts);
        List<String> leftOut = new ArrayList<>();
        for (int i = 0; i < query.words().size(); i++) {
            if (!isJoined(query.words(), i, all)) {
                leftOut.addAll(of(query.words().get(i).text(), all));
            }
        }
        return leftOut;
    }

    private static boolean isJoined(List<TypedQuery.Part> words, int at, SearchText all) {
        return TextQueries.joinedWithNeighbours(words, at).stream().anyMatch(gram -> all.contains(gram.term()));
    }

    private List<String> of(String word, SearchText all) {
        if (texts.names(word).stream().anyMatch(name -> stands(name, all))) {
            return List.of();
        }
        Covered covered = new Covered(word);
        for (Gram gram : Gram.of(word)) {
            if (all.contains(gram.term()) || TextQueries.mayBeMisspelt(gram)) {
                covered.by(gram);
            }
        }
        return covered.rest();
    }

    private static boolean stands(String name, SearchText all) {
        String line = SearchText.of(name).line();
        return !line.isEmpty() && all.contains(line);
    }
}
