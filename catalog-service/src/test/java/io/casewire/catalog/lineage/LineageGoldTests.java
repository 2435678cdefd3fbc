package io.casewire.catalog.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.catalog.lineage.Judged.Pair;
import io.casewire.catalog.lineage.likeness.Candidates;
import io.casewire.catalog.lineage.likeness.Likeness;
import io.casewire.catalog.lineage.likeness.Telling;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * How often links between the real documents are right, beside a join of equal titles. Whatever is linked and was not judged to be the
 * same counts as wrong: the judged pairs are all there are.
 */
class LineageGoldTests {
    private static final LineageSettings SETTINGS = new LineageSettings(0.9, 0.5, Duration.ofSeconds(1));
    private static final double PRECISION = 0.98;
    private static final double RECALL = 0.9;

    @Test
    void confirmsWhatIsTheSameAndNothingElse() {
        CorpusCases corpus = CorpusCases.read();
        Map<Pair, Boolean> judged = Judged.pairs();
        Set<Pair> same = Judged.same(judged);
        Rehearsal rehearsal = new Rehearsal();
        Map<Pair, Double> found = new LinkedHashMap<>();
        List<Telling> tellings = corpus.tellings();
        tellings.forEach(telling -> found.putAll(rehearsal.hear(telling)));
        Set<Pair> titleJoin = sameTitles(tellings);

        Set<Pair> confirmed = at(found, confidence -> confidence >= SETTINGS.confirmed());
        Set<Pair> linked = at(found, confidence -> confidence >= SETTINGS.proposed());
        print("title join", titleJoin, same);
        print("confirmed", confirmed, same);
        print("confirmed or proposed", linked, same);
        calibration(found, same);
        missed(found, same, confirmed);

        Score score = Score.of(confirmed, same);
        assertThat(score.precision()).isGreaterThanOrEqualTo(PRECISION);
        assertThat(score.recall()).isGreaterThanOrEqualTo(RECALL);
        assertThat(score.recall()).isGreaterThan(Score.of(titleJoin, same).recall());
        assertThat(rehearsal.comparisons()).isLessThanOrEqualTo(Candidates.MOST * tellings.size());
    }

    @Test
    void everyJudgedPairIsOfTheDocumentsAsTheyAreReadNow() {
        CorpusCases corpus = CorpusCases.read();
        Set<String> known = new LinkedHashSet<>(corpus.cases.keySet());
        corpus.adoptions.forEach(adopted -> known.add(adopted.adoption().id().value()));
        Judged.pairs().keySet().forEach(pair -> assertThat(known).contains(pair.one(), pair.other()));
    }

    private static Set<Pair> sameTitles(List<Telling> tellings) {
        Map<String, List<Telling>> byTitle = tellings.stream().collect(Collectors.groupingBy(Telling::key));
        Set<Pair> joined = new LinkedHashSet<>();
        byTitle.values()
                .forEach(titled -> titled.forEach(one -> titled.forEach(other -> {
                    if (!Likeness.stayApart(one, other)) {
                        joined.add(Pair.of(one.id(), other.id()));
                    }
                })));
        return joined;
    }

    private static Set<Pair> at(Map<Pair, Double> found, DoublePredicate confidence) {
        Set<Pair> pairs = new LinkedHashSet<>();
        found.forEach((pair, sure) -> {
            if (confidence.test(sure)) {
                pairs.add(pair);
            }
        });
        return pairs;
    }

    private static void print(String what, Set<Pair> pairs, Set<Pair> same) {
        Score score = Score.of(pairs, same);
        System.out.printf(
                Locale.ROOT,
                "lineage score: %-22s precision %.3f recall %.3f (%d of %d, %d wrong)%n",
                what,
                score.precision(),
                score.recall(),
                score.right(),
                score.same(),
                score.wrong());
    }

    private static void calibration(Map<Pair, Double> found, Set<Pair> same) {
        for (double from : List.of(0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97)) {
            double to = from >= 0.97 ? 1.01 : from >= 0.9 ? 0.97 : from == 0 ? 0.1 : from + 0.2;
            Set<Pair> bin = at(found, sure -> sure >= from && sure < to);
            long right = bin.stream().filter(same::contains).count();
            System.out.printf(
                    Locale.ROOT,
                    "lineage score: confidence %.2f to %.2f: %d of %d are the same%n",
                    from,
                    Math.min(1, to),
                    right,
                    bin.size());
        }
    }

    private static void missed(Map<Pair, Double> found, Set<Pair> same, Set<Pair> confirmed) {
        Set<Pair> either = new LinkedHashSet<>(same);
        either.addAll(confirmed);
        either.removeIf(pair -> same.contains(pair) && confirmed.contains(pair));
        either.forEach(pair -> System.out.printf(
                Locale.ROOT,
                "lineage score: %s %s %s: %s%n",
                same.contains(pair) ? "not confirmed" : "wrongly confirmed",
                pair.one(),
                pair.other(),
                found.containsKey(pair) ? found.get(pair) : "never compared"));
    }

    private record Score(int right, int wrong, int same) {
        static Score of(Set<Pair> pairs, Set<Pair> same) {
            int right = (int) pairs.stream().filter(same::contains).count();
            return new Score(right, pairs.size() - right, same.size());
        }

        double precision() {
            return right + wrong == 0 ? 0 : (double) right / (right + wrong);
        }

        double recall() {
            return (double) right / same;
        }
    }
}
