package io.casewire.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class PerformancePageTests {
    private static final Path PAGE = Path.of("../docs/performance.md");
    private static final Path RUNS = Path.of("../docs/performance.json");
    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void thePageIsMadeOfTheLastRunsAndTheListOfFigures() throws IOException {
        String page = PerformancePage.of(read(Files.readString(RUNS)));
        if (Boolean.getBoolean("casewire.golden.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    @Test
    void everyRatioKeptWithAGoalOfTheListIsOnThePage() throws IOException {
        List<String> titles = Arrays.stream(Figure.values()).map(Figure::title).toList();
        assertThat(titles).doesNotHaveDuplicates();
        for (JsonNode run : read(Files.readString(RUNS)).path("runs")) {
            assertThat(run.path("command").asString()).startsWith("./casewire bench ");
            assertThat(run.path("ratios").propertyNames().stream().filter(name -> name.matches("C\\d+ .*")))
                    .allMatch(titles::contains);
        }
    }

    @ParameterizedTest
    @EnumSource(Figure.class)
    void aFigureIsMeasuredSomewhereOrSaysWhyNot(Figure figure) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            boolean measured = files.filter(file -> file.toString().endsWith(".java"))
                    .map(PerformancePageTests::source)
                    .anyMatch(source -> source.matches("(?s).*Figure\\." + figure.name() + "\\b.*"));
            assertThat(measured).isEqualTo(!figure.bench().isEmpty());
        }
        assertThat(figure.bench().isEmpty() && figure.gap().isEmpty()).isFalse();
    }

    @Test
    void aFigureIsShownWithItsGoalItsLoadAndItsCommand() {
        String page = PerformancePage.of(read("""
                {"runs": {"catalogue search": {"command": "./casewire bench catalogue --only search", "ended": "2026-12-01T10:00:00Z",
                  "machine": {"processors": 2, "loadBefore": 0.4, "loadAfter": 1.25}, "settings": {"cases": 8000},
                  "ratios": {"C7 p99 of a search / bare Lucene, same index and query": {"value": 1.8}}}}}
                """));

        assertThat(page)
                .contains("| **C7** | p99 of a search | bare Lucene, same index and query | ≤ 1.50 | ≤ 2.50 "
                        + "| 1.80: missed, above the floor | 0.40, 1.25; 2 "
                        + "| `./casewire bench catalogue --only search`, with cases 8000 | 2026-12-01 |")
                .contains("| not measured: no run is kept yet | – | `./casewire bench parse --only speed` |")
                .contains("| not measured: no bench runs a listener without work | – | – | – | all |");
    }

    @Test
    void theLastOfSeveralRunsIsShown() {
        String page = PerformancePage.of(read("""
                {"runs": {
                  "notify matching20000": {"ended": "2026-12-03T10:00:00Z", "ratios": {"C8 matching with fewer than 100,000 subscriptions / Lucene's Monitor, equal hits": {"value": 120}}},
                  "notify matching10000": {"ended": "2026-12-02T10:00:00Z", "ratios": {"C8 matching with fewer than 100,000 subscriptions / Lucene's Monitor, equal hits": {"value": 110}}}}}
                """));

        assertThat(page).contains("120.00: met").doesNotContain("110.00");
    }

    private static String source(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String json) {
        return WireJson.mapper().readTree(json);
    }
}
