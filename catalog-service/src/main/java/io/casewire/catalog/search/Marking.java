package io.casewire.catalog.search;

import io.casewire.query.Gram;
import io.casewire.text.TypedQuery;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * What of a field's text to mark for a query: a part as it stands, under any of its names; its pairs only where the case has it
 * nowhere as it stands; places and figures as they were typed.
 */
final class Marking {
    private final TextQueries texts;

    Marking(TextQueries texts) {
        this.texts = texts;
    }

    /** @param stands whether the case has a text anywhere */
    Query of(AnalysedQuery query, SearchField field, Predicate<String> stands) {
        BooleanQuery.Builder marked = new BooleanQuery.Builder();
        List<TypedQuery.Part> words = query.words();
        for (int i = 0; i < words.size(); i++) {
            Gram.joinedWithNeighbours(words, i)
                    .forEach(gram -> marked.add(TextQueries.termIn(field.key(), gram), Occur.SHOULD));
            add(words.get(i), field, stands, marked);
        }
        for (String named : query.named()) {
            addPhrase(named, field, marked);
        }
        return marked.build();
    }

    private void add(TypedQuery.Part part, SearchField field, Predicate<String> stands, BooleanQuery.Builder marked) {
        List<String> names = texts.names(part.text());
        List<String> standing = names.stream().filter(stands).toList();
        if (!standing.isEmpty() || part.exact()) {
            (standing.isEmpty() ? names : standing).forEach(name -> addPhrase(name, field, marked));
            return;
        }
        for (Gram gram : Gram.of(part.text())) {
            marked.add(TextQueries.termIn(field.key(), gram), Occur.SHOULD);
            if (gram.slips() > 0) {
                marked.add(TextQueries.misspelt(field.key(), gram), Occur.SHOULD);
            }
        }
    }

    private static void addPhrase(String text, SearchField field, BooleanQuery.Builder marked) {
        List<Gram> grams = Gram.of(text);
        if (!grams.isEmpty()) {
            marked.add(TextQueries.phrase(field.key(), grams), Occur.SHOULD);
        }
    }
}
