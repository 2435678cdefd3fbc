package io.casewire.parsing.field.metric;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.Metric;
import io.casewire.contracts.parsed.MetricSection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sentences as such documents write them, with all they say and nothing else ({@code invented.tsv}). */
class InventedMetricsTests {

    static Stream<Line> sentences() throws IOException {
        try (@Nullable InputStream in = InventedMetricsTests.class.getResourceAsStream("invented.tsv")) {
            String table = new String(requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return table.lines().filter(line -> !line.startsWith("#")).map(Line::of).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void readsWhatTheSentenceSaysAndNothingElse(Line line) {
        List<Metric> metrics = MetricReader.read(line.sentence, line.section);
        List<String> missing = new ArrayList<>(line.facts);
        List<String> besides = new ArrayList<>();
        for (Metric metric : metrics) {
            String fact = MetricFact.of(metric);
            String named = fact + " [" + (metric.indicator() == null ? "" : metric.indicator()) + "]";
            if (!missing.remove(named) && !missing.remove(fact)) {
                besides.add(named);
            }
            assertThat(line.sentence).contains(metric.quote());
        }
        assertThat(missing)
                .as("missed in %s, read besides %s", line.sentence, besides)
                .isEmpty();
        assertThat(besides).as("read besides in %s", line.sentence).isEmpty();
    }

    record Line(MetricSection section, String sentence, List<String> facts) {
        static Line of(String line) {
            String[] cells = line.split("\t", -1);
            List<String> facts = Arrays.stream(cells[2].split(";"))
                    .map(String::strip)
                    .filter(fact -> !fact.isEmpty())
                    .toList();
            return new Line(cells[0].equals("E") ? MetricSection.EFFECT : MetricSection.PRACTICE, cells[1], facts);
        }

        @Override
        public String toString() {
            return sentence;
        }
    }
}
