package io.casewire.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.casewire.catalog.casefile.StoredCase;
import io.casewire.query.Synonyms;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Asks the judged queries of our search and of two others over the same cases, in one run. The queries were judged before the ranking
 * was tuned, by reading the cases that several rankings and plain looking for words brought up; see the README.
 */
class JudgedQueriesTests {
    private static final double GOAL = 0.85;
    private static final double AHEAD = 0.10;

    private final Path directory;
    private @Nullable CaseIndex index;
    private @Nullable Baseline pairs;
    private @Nullable Baseline words;

    JudgedQueriesTests(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void fill() throws IOException {
        Path corpus = CaseCollection.corpus();
        assumeTrue(corpus != null, "CASEWIRE_CORPUS names no folder of real documents");
        List<StoredCase> cases = CaseCollection.read(Objects.requireNonNull(corpus));
        index = CaseIndex.open(directory, "store", new CaseAnalyzer());
        for (StoredCase stored : cases) {
            index.put(stored);
        }
        index.refresh(Duration.ofMinutes(1));
        pairs = new Baseline(new CJKAnalyzer(), cases);
        words = new Baseline(new SmartChineseAnalyzer(), cases);
    }

    @AfterEach
    void close() throws IOException {
        if (index != null) {
            index.close();
            Objects.requireNonNull(pairs).close();
            Objects.requireNonNull(words).close();
        }
    }

    /** Mean nDCG@10 of the queries of a kind. */
    private record Scores(int queries, double ours, double pairs, double words) {
        double better() {
            return Math.max(pairs, words);
        }
    }

    private record Asked(JudgedQuery query, double ours, double pairs, double words) {}

    @Test
    void ranksBetterThanPairsAndThanWordsOnEveryKindOfQuery() throws IOException {
        List<Asked> asked = new ArrayList<>();
        for (JudgedQuery query : JudgedQuery.all()) {
            asked.add(new Asked(
                    query,
                    query.score(ours(query.text())),
                    query.score(Objects.requireNonNull(pairs).found(query.text())),
                    query.score(Objects.requireNonNull(words).found(query.text()))));
        }
        Map<String, List<Asked>> byKind = new TreeMap<>();
        asked.forEach(one -> byKind.computeIfAbsent(one.query().kind(), _ -> new ArrayList<>())
                .add(one));
        System.out.printf("%-22s %7s %6s %6s %6s%n", "nDCG@10", "queries", "ours", "pairs", "words");
        byKind.forEach((kind, ofKind) -> print(kind, scores(ofKind)));
        Scores all = scores(asked);
        print("all", all);
        assertThat(asked).hasSizeGreaterThanOrEqualTo(80);
        assertThat(all.ours()).isGreaterThanOrEqualTo(GOAL).isGreaterThanOrEqualTo(all.better() + AHEAD);
        byKind.forEach((kind, ofKind) -> {
            Scores scores = scores(ofKind);
            assertThat(scores.ours()).as(kind).isGreaterThanOrEqualTo(scores.better());
        });
    }

    private List<String> ours(String typed) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        parameters.add("q", typed);
        parameters.add("size", "10");
        // the others list every telling by itself too
        parameters.add("fold", "false");
        TextQueries texts = new TextQueries(Synonyms.bundled(), RelatedWords.bundled());
        return new CaseSearch(
                        () -> Objects.requireNonNull(index),
                        new Ranking(texts, RankingWeights.standard()),
                        new SameTitle())
                .page(CaseQuery.of(parameters))
                .ids();
    }

    private static Scores scores(List<Asked> asked) {
        return new Scores(asked.size(), mean(asked, Asked::ours), mean(asked, Asked::pairs), mean(asked, Asked::words));
    }

    private static double mean(List<Asked> asked, ToDoubleFunction<Asked> score) {
        return asked.stream().mapToDouble(score).average().orElseThrow();
    }

    private static void print(String kind, Scores scores) {
        System.out.printf(
                "%-22s %7d %6.3f %6.3f %6.3f%n", kind, scores.queries(), scores.ours(), scores.pairs(), scores.words());
    }
}
