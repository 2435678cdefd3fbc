package io.casewire.catalog.search;

import io.casewire.catalog.figure.AskedFigures;
import io.casewire.gazetteer.Place;
import io.casewire.text.QuestionWords;
import io.casewire.text.TypedQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** Reads a query: figures first, then question words, places, units, and what is left as words. Quotations are taken as they are. */
final class QueryAnalyser {
    private final IndexSearcher searcher;
    private final List<TypedQuery.Part> words = new ArrayList<>();
    private final Set<Place> places = new LinkedHashSet<>();
    private final Set<String> units = new LinkedHashSet<>();
    private final List<AskedFigures> figures = new ArrayList<>();
    private final List<String> named = new ArrayList<>();
    private final Set<String> unknown = new LinkedHashSet<>();
    private @Nullable String corrected;

    private QueryAnalyser(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    static AnalysedQuery analysed(TypedQuery typed, IndexSearcher searcher) throws IOException {
        QueryAnalyser analyser = new QueryAnalyser(searcher);
        StringBuilder whole = new StringBuilder();
        for (TypedQuery.Part part : typed.wanted()) {
            if (part.exact()) {
                analyser.units.addAll(AskedUnits.in(part.text(), searcher.getIndexReader()));
                analyser.words.add(part);
                whole.append(" “").append(part.text()).append('”');
            } else {
                whole.append(' ').append(analyser.read(part.text()));
            }
        }
        for (TypedQuery.Part word : analyser.words) {
            analyser.noteUnknown(word.text());
        }
        return new AnalysedQuery(
                typed,
                analyser.words,
                typed.excluded(),
                List.copyOf(analyser.places),
                List.copyOf(analyser.units),
                analyser.figures,
                analyser.named,
                List.copyOf(analyser.unknown),
                analyser.corrected == null
                        ? null
                        : withExcluded(whole.toString().strip(), typed));
    }

    private static String withExcluded(String wanted, TypedQuery typed) {
        StringBuilder whole = new StringBuilder(wanted);
        typed.excluded().forEach(excluded -> whole.append(" -").append(excluded));
        return whole.toString();
    }

    /** @return the part as it was understood */
    private String read(String part) throws IOException {
        String understood = part;
        AskedFigures asked = AskedFigures.in(part);
        if (!asked.isEmpty()) {
            figures.add(asked);
        }
        for (String stretch : withoutFigures(part, asked)) {
            for (String plain : QuestionWords.removedFrom(stretch)) {
                AskedPlaces found = places(plain);
                for (String left : found.left()) {
                    String right = right(left);
                    understood = understood.replace(left, right);
                }
            }
        }
        return understood;
    }

    /** A city in the name of a unit says who is asked for, not where. */
    private AskedPlaces places(String plain) throws IOException {
        AskedPlaces found = AskedPlaces.in(plain);
        boolean inUnit = found.left().equals(List.of(plain))
                && !AskedUnits.in(plain, searcher.getIndexReader()).isEmpty();
        if (!inUnit && !found.places().isEmpty()) {
            places.addAll(found.places());
            named.add(plain);
        }
        return found;
    }

    private String right(String left) throws IOException {
        Optional<String> right = new Correction(searcher).of(left);
        if (right.isPresent()) {
            corrected = right.get();
        }
        String word = right.orElse(left);
        units.addAll(AskedUnits.in(word, searcher.getIndexReader()));
        words.add(new TypedQuery.Part(word, false));
        return word;
    }

    private List<String> withoutFigures(String part, AskedFigures asked) {
        List<String> stretches = new ArrayList<>();
        int from = 0;
        for (AskedFigures.Part figure : asked.parts()) {
            if (figure.start() >= from) {
                add(part.substring(from, figure.start()), stretches);
                named.add(part.substring(figure.start(), figure.end()));
            }
            from = Math.max(from, figure.end());
        }
        add(part.substring(from), stretches);
        return stretches;
    }

    private static void add(String stretch, List<String> stretches) {
        if (!Gram.of(stretch).isEmpty()) {
            stretches.add(stretch);
        }
    }

    private void noteUnknown(String word) throws IOException {
        Covered covered = new Covered(word);
        for (Gram gram : Gram.of(word)) {
            if (searcher.getIndexReader().docFreq(new Term(TextQueries.ANYWHERE, gram.term())) > 0) {
                covered.by(gram);
            }
        }
        unknown.addAll(covered.rest());
    }
}
