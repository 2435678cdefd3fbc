package io.casewire.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CsvTests {

    @Test
    void keepsCommasAndQuotesInsideQuotedFields() {
        assertThat(Csv.fields("a,\"b, c\",,\"say \"\"d\"\"\"")).containsExactly("a", "b, c", "", "say \"d\"");
    }

    @Test
    void namesTheTableThatIsMissing() {
        assertThatThrownBy(() -> Csv.read("nowhere.csv")).hasMessageContaining("nowhere.csv");
    }

    @Test
    void namesTheColumnThatIsMissing() {
        var row = Csv.read("tiles.csv").getFirst();

        assertThatThrownBy(() -> row.get("colour")).hasMessageContaining("colour");
    }
}
