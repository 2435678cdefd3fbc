package io.casewire.catalog.search;

import io.casewire.text.SearchText;
import io.casewire.text.SearchText.Piece;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.Operations;

/**
 * One wrong Chinese character among right ones, found by what stands in the index: with it no two or three characters in a row stand
 * anywhere, with another one in its place they do.
 */
final class Correction {
    /** A pair that stands somewhere by chance is this much rarer than the one that was meant. */
    private static final int RARER = 5;

    private static final int MAX_CANDIDATES = 40;
    private static final int WINDOW = 3;

    private final IndexSearcher searcher;
    private final IndexReader reader;

    Correction(IndexSearcher searcher) {
        this.searcher = searcher;
        this.reader = searcher.getIndexReader();
    }

    /** The text with the right character in its place; empty where none is surely wrong. */
    Optional<String> of(String part) throws IOException {
        for (List<Piece> run : runs(SearchText.of(part).pieces())) {
            if (run.size() >= WINDOW) {
                Optional<Found> found = best(text(run));
                if (found.isPresent()) {
                    Piece wrong = run.get(found.get().at());
                    return Optional.of(
                            part.substring(0, wrong.start()) + found.get().right() + part.substring(wrong.end()));
                }
            }
        }
        return Optional.empty();
    }

    /** @param hits in how many cases the characters around stand with it */
    private record Found(int at, String right, int hits) {}

    private static List<List<Piece>> runs(List<Piece> pieces) {
        List<List<Piece>> runs = new ArrayList<>();
        List<Piece> run = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.word() || piece.text().length() > 1 || !piece.follows()) {
                runs.add(run);
                run = new ArrayList<>();
            }
            if (!piece.word() && piece.text().length() == 1) {
                run.add(piece);
            }
        }
        runs.add(run);
        return runs;
    }

    private static String text(List<Piece> run) {
        StringBuilder text = new StringBuilder();
        run.forEach(piece -> text.append(piece.text()));
        return text.toString();
    }

    private Optional<Found> best(String run) throws IOException {
        Found best = null;
        for (int at = 0; at < run.length(); at++) {
            if (isUnknown(run, at)) {
                for (String right : candidates(run, at)) {
                    int hits = hitsWith(run, at, right);
                    if (hits > 0 && (best == null || hits > best.hits())) {
                        best = new Found(at, right, hits);
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Whether nothing longer than a pair stands anywhere with the character, and one of its pairs does not either. */
    private boolean isUnknown(String run, int at) throws IOException {
        boolean unknownPair = (at > 0 && pair(run, at - 1) == 0) || (at + 1 < run.length() && pair(run, at) == 0);
        return unknownPair && windows(run, at) == 0;
    }

    private List<String> candidates(String run, int at) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, TextQueries.ANYWHERE);
        if (terms == null) {
            return List.of();
        }
        CompiledAutomaton pairs = new CompiledAutomaton(
                at > 0
                        ? Operations.concatenate(List.of(Automata.makeChar(run.charAt(at - 1)), Automata.makeAnyChar()))
                        : Operations.concatenate(
                                List.of(Automata.makeAnyChar(), Automata.makeChar(run.charAt(at + 1)))));
        TermsEnum found = pairs.getTermsEnum(terms);
        List<String> candidates = new ArrayList<>();
        for (BytesRef term = found.next(); term != null && candidates.size() < MAX_CANDIDATES; term = found.next()) {
            String pair = term.utf8ToString();
            String right = at > 0 ? pair.substring(1) : pair.substring(0, 1);
            if (right.length() == 1 && isLikelier(run, at, right)) {
                candidates.add(right);
            }
        }
        return candidates;
    }

    private boolean isLikelier(String run, int at, String right) throws IOException {
        String corrected = with(run, at, right);
        boolean before = at == 0 || pair(corrected, at - 1) > RARER * pair(run, at - 1);
        boolean after = at + 1 == run.length() || pair(corrected, at) > RARER * pair(run, at);
        return before && after;
    }

    private int hitsWith(String run, int at, String right) throws IOException {
        String corrected = with(run, at, right);
        int first = Math.max(0, at - WINDOW + 1);
        int last = Math.min(at, run.length() - WINDOW);
        int needed = last - first + 1;
        int found = 0;
        int hits = 0;
        for (int from = first; from <= last; from++) {
            int ofWindow = window(corrected, from);
            found += ofWindow > 0 ? 1 : 0;
            hits += ofWindow;
        }
        // of three, one may reach into the next word
        return found >= Math.min(needed, WINDOW - 1) ? hits : 0;
    }

    private int windows(String run, int at) throws IOException {
        int hits = 0;
        for (int from = Math.max(0, at - WINDOW + 1); from <= Math.min(at, run.length() - WINDOW); from++) {
            hits += window(run, from);
        }
        return hits;
    }

    private int window(String run, int from) throws IOException {
        if (pair(run, from) == 0 || pair(run, from + 1) == 0) {
            return 0;
        }
        return searcher.count(new PhraseQuery(
                TextQueries.ANYWHERE, run.substring(from, from + 2), run.substring(from + 1, from + WINDOW)));
    }

    private int pair(String run, int from) throws IOException {
        return reader.docFreq(new Term(TextQueries.ANYWHERE, run.substring(from, from + 2)));
    }

    private static String with(String run, int at, String right) {
        return run.substring(0, at) + right + run.substring(at + 1);
    }
}
