package io.casewire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTests {
    private static final List<String> NAMES =
            List.of("query", "domains", "zones", "includeHistory", "trade", "贸易便利化", "投资便利化", "湖南自贸试验区");

    @ParameterizedTest
    @CsvSource({
        "querry, query",
        "qeury, query",
        "Domain, domains",
        "include_history, includeHistory",
        "Ｔｒａｄｅ, trade",
        "貿易便利化, 贸易便利化",
        "贸易便利, 贸易便利化",
        "湖南, 湖南自贸试验区"
    })
    void findsTheNameThatWasMeant(String given, String meant) {
        assertThat(Nearest.of(given, NAMES)).startsWith(meant);
    }

    @ParameterizedTest
    @CsvSource({"xyzzy", "金融", "''", "'   '"})
    void findsNothingWhereNothingIsNear(String given) {
        assertThat(Nearest.of(given, NAMES)).isEmpty();
    }

    @Test
    void givesThreeAtMostTheNearestFirst() {
        assertThat(Nearest.of("case1", List.of("case4", "case3", "case2", "case1", "cases")))
                .hasSize(3)
                .startsWith("case1");
    }
}
