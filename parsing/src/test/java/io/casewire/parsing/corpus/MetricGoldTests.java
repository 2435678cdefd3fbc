package io.casewire.parsing.corpus;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Metric;
import io.casewire.contracts.parsed.MetricKind;
import io.casewire.contracts.parsed.Quantity;
import io.casewire.parsing.DocumentParser;
import io.casewire.parsing.field.metric.MetricReader;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Scores the metrics read from the real documents against those found by reading ({@code metrics.tsv}). */
class MetricGoldTests {
    /** Paragraphs of the report read beside its adoptions; some of them hold limits and terms only. */
    private static final List<Integer> REPORT_LINES = List.of(878, 888, 956, 958, 968, 1034, 1044, 1046, 1058, 1098);

    private static final double MIN_VALUES = 0.95;
    private static final double MIN_KINDS = 0.90;

    @Test
    void readsValuesAndKindsAsAPersonDoes() throws IOException {
        Score values = new Score();
        Score kinds = new Score();
        Map<String, Score> others = new TreeMap<>();
        for (String document : List.of("000", "001", "002", "004")) {
            List<Fact> gold = gold(document);
            List<Fact> read = read(document);
            Score ofDocument = new Score();
            compare(gold, read, Fact::value, ofDocument, true);
            values.add(ofDocument);
            compare(gold, read, fact -> fact.kind + " " + fact.value(), kinds, false);
            compare(
                    gold,
                    read,
                    fact -> fact.bound + " " + fact.value(),
                    others.computeIfAbsent("bound", _ -> new Score()),
                    false);
            compare(
                    gold,
                    read,
                    fact -> fact.direction + " " + fact.value(),
                    others.computeIfAbsent("direction", _ -> new Score()),
                    false);
            compare(
                    gold,
                    read,
                    fact -> fact.asOf + " " + fact.value(),
                    others.computeIfAbsent("as of", _ -> new Score()),
                    false);
            System.out.println("metrics of document " + document + ": " + ofDocument);
        }
        values.print("values");
        kinds.print("kinds");
        others.forEach((field, score) -> score.print(field));
        assertThat(values.f1()).isGreaterThanOrEqualTo(MIN_VALUES);
        assertThat(kinds.f1()).isGreaterThanOrEqualTo(MIN_KINDS);
    }

    private static void compare(
            List<Fact> gold, List<Fact> read, Function<Fact, String> part, Score score, boolean explain) {
        List<String> missing = new ArrayList<>(gold.stream().map(part).toList());
        List<String> extra = new ArrayList<>();
        for (Fact fact : read) {
            if (missing.remove(part.apply(fact))) {
                score.hits++;
            } else {
                extra.add(part.apply(fact));
            }
        }
        score.missed += missing.size();
        score.wrong += extra.size();
        if (explain && !(missing.isEmpty() && extra.isEmpty())) {
            System.out.println("  not found " + missing + ", found besides " + extra);
        }
    }

    private static List<Fact> read(String document) throws IOException {
        Path file = CorpusFiles.named(document + "_");
        byte[] bytes = Files.readAllBytes(file);
        List<Metric> metrics = new ArrayList<>();
        new DocumentParser()
                .parse(bytes, file.getFileName().toString())
                .records()
                .forEach(record -> {
                    if (record instanceof CaseRecord found && !document.equals("004")) {
                        metrics.addAll(found.metrics());
                    } else if (record instanceof AdoptionRecord found) {
                        metrics.addAll(found.metrics());
                    }
                });
        if (document.equals("004")) {
            List<String> lines =
                    new String(bytes, StandardCharsets.UTF_8).lines().toList();
            for (int line : REPORT_LINES) {
                metrics.addAll(MetricReader.read(lines.get(line - 1).replace("**", ""), null));
            }
        }
        return metrics.stream().map(MetricGoldTests::fact).toList();
    }

    private static Fact fact(Metric metric) {
        boolean both = metric.kind() == MetricKind.BEFORE_AFTER;
        Quantity before = metric.before();
        Quantity after = metric.after();
        String value = both
                ? plain(requireNonNull(before).value()) + ">"
                        + plain(requireNonNull(after).value())
                : plain(metric.percent() != null ? metric.percent() : requireNonNull(metric.value()));
        String unit = both
                ? requireNonNull(before).unit() + ">" + requireNonNull(after).unit()
                : metric.percent() != null ? "%" : metric.unit();
        return new Fact(
                metric.kind().name(),
                value,
                unit == null ? "" : unit,
                metric.valueMax() == null ? "" : plain(metric.valueMax()),
                metric.bound().name(),
                metric.direction() == null ? "" : metric.direction().name(),
                metric.asOf() == null ? "" : metric.asOf());
    }

    private static String plain(BigDecimal value) {
        return value.toPlainString();
    }

    private static List<Fact> gold(String document) throws IOException {
        List<Fact> gold = new ArrayList<>();
        try (@Nullable InputStream in = MetricGoldTests.class.getResourceAsStream("metrics.tsv")) {
            String table = new String(requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            for (String line : table.lines().skip(1).toList()) {
                String[] cells = line.split("\t", -1);
                if (cells[0].equals(document)) {
                    gold.add(new Fact(cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], cells[8]));
                }
            }
        }
        return gold;
    }

    private record Fact(
            String kind, String printed, String unit, String max, String bound, String direction, String asOf) {
        String value() {
            return printed + (max.isEmpty() ? "" : "~" + max) + " " + unit;
        }
    }

    private static final class Score {
        private int hits;
        private int missed;
        private int wrong;

        void add(Score other) {
            hits += other.hits;
            missed += other.missed;
            wrong += other.wrong;
        }

        void print(String field) {
            Scores.print("metrics", field, hits, hits + wrong, hits + missed);
        }

        double precision() {
            return hits + wrong == 0 ? 1 : (double) hits / (hits + wrong);
        }

        double recall() {
            return hits + missed == 0 ? 1 : (double) hits / (hits + missed);
        }

        double f1() {
            double sum = precision() + recall();
            return sum == 0 ? 0 : 2 * precision() * recall() / sum;
        }

        @Override
        public String toString() {
            return "precision %.3f, recall %.3f, F1 %.3f (%d right, %d missed, %d wrong)"
                    .formatted(precision(), recall(), f1(), hits, missed, wrong);
        }
    }
}
