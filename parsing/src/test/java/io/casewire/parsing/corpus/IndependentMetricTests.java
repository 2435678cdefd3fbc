package io.casewire.parsing.corpus;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.Metric;
import io.casewire.contracts.parsed.MetricSection;
import io.casewire.parsing.decode.Repair;
import io.casewire.parsing.field.metric.MetricFact;
import io.casewire.parsing.field.metric.MetricReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Scores the reader on sentences drawn by chance from the real documents, those that quantify nothing included, whose facts
 * were written down before it saw them ({@code gold/metrics-independent.tsv}).
 */
class IndependentMetricTests {
    private static final double MIN_VALUES = 0.95;
    private static final double MIN_KINDS = 0.90;

    private final Map<String, List<String>> documents = new HashMap<>();

    @Test
    void readsSentencesDrawnByChanceAsAPersonDoes() throws IOException {
        Score values = new Score();
        Score kinds = new Score();
        Score whole = new Score();
        for (String row : rows()) {
            String[] cells = row.split("\t", -1);
            List<String> gold = Arrays.stream(cells[4].split(";"))
                    .map(String::strip)
                    .filter(fact -> !fact.isEmpty())
                    .toList();
            List<Metric> read = MetricReader.read(
                    sentence(cells[0], Integer.parseInt(cells[1]), Integer.parseInt(cells[2])), section(cells[3]));
            values.compare(
                    gold.stream().map(fact -> fact.split(" ", -1)[1]).toList(),
                    read.stream().map(MetricFact::values).toList(),
                    null);
            kinds.compare(
                    gold.stream().map(IndependentMetricTests::kindAndValues).toList(),
                    read.stream()
                            .map(MetricFact::of)
                            .map(IndependentMetricTests::kindAndValues)
                            .toList(),
                    null);
            whole.compare(
                    gold,
                    read.stream().map(MetricFact::of).toList(),
                    "document " + cells[0] + " line " + cells[1] + "/" + cells[2]);
        }
        values.print("value and unit");
        kinds.print("kind");
        whole.print("bound, direction and date");
        assertThat(values.f1()).isGreaterThanOrEqualTo(MIN_VALUES);
        assertThat(kinds.f1()).isGreaterThanOrEqualTo(MIN_KINDS);
    }

    private static String kindAndValues(String fact) {
        String[] words = fact.split(" ", -1);
        return words[0] + " " + words[1];
    }

    private static @Nullable MetricSection section(String letter) {
        return switch (letter) {
            case "E" -> MetricSection.EFFECT;
            case "P" -> MetricSection.PRACTICE;
            default -> null;
        };
    }

    private String sentence(String document, int line, int index) {
        List<String> lines = documents.computeIfAbsent(document, IndependentMetricTests::lines);
        return Repair.clean(lines.get(line - 1).split("。", -1)[index].replace("**", ""));
    }

    private static List<String> lines(String document) {
        try {
            return Files.readString(CorpusFiles.named(document + "_")).lines().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> rows() throws IOException {
        try (@Nullable
                InputStream in = IndependentMetricTests.class.getResourceAsStream("/gold/metrics-independent.tsv")) {
            String table = new String(requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return table.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }

    private static final class Score {
        private int hits;
        private int missed;
        private int wrong;

        void compare(List<String> gold, List<String> read, @Nullable String place) {
            List<String> missing = new ArrayList<>(gold);
            List<String> besides = new ArrayList<>();
            for (String fact : read) {
                if (missing.remove(fact)) {
                    hits++;
                } else {
                    besides.add(fact);
                }
            }
            missed += missing.size();
            wrong += besides.size();
            if (place != null && !(missing.isEmpty() && besides.isEmpty())) {
                System.out.println("  " + place + ": not found " + missing + ", found besides " + besides);
            }
        }

        double f1() {
            return 2.0 * hits / (2.0 * hits + missed + wrong);
        }

        void print(String field) {
            Scores.print("metrics drawn by chance", field, hits, hits + wrong, hits + missed);
        }
    }
}
