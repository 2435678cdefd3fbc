package io.casewire.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.text.Rows.Row;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTablesTests {
    @Test
    void pinsTheTraditionalCharacters() {
        List<Row> rows = Rows.read("traditional.csv").all();
        assertThat(rows)
                .hasSize(2976)
                .contains(row("創", "创"), row("責", "责"), row("複", "复"), row("圍", "围"), row("衞", "卫"), row("後", "后"))
                .allMatch(row -> row.from().length() == 1 && row.to().length() == 1);
        assertThat(rows.stream().map(Row::from)).doesNotContain("著", "覆", "藉", "瞭", "像", "着", "后", "干");
    }

    @Test
    void leadsEveryTraditionalCharacterToItsLastForm() {
        Set<String> traditional =
                Rows.read("traditional.csv").all().stream().map(Row::from).collect(Collectors.toSet());
        assertThat(Rows.read("traditional.csv").all()).noneMatch(row -> traditional.contains(row.to()));
    }

    @Test
    void pinsTheWordsOfDependentCharacters() {
        assertThat(Rows.read("traditional-words.csv").all())
                .hasSize(67)
                .contains(row("随著", "随着"), row("显著", "显著"), row("批覆", "批复"), row("凭藉", "凭借"), row("瞭解", "了解"))
                .allMatch(row -> row.from().length() == 2 && row.to().length() == 2);
    }

    @Test
    void pinsTheRadicals() {
        assertThat(Rows.read("radicals.csv").all())
                .hasSize(328)
                .contains(row("⺠", "民"), row("⻋", "车"), row("⻓", "长"), row("⻔", "门"), row("⻳", "龟"), row("⼀", "一"))
                .allMatch(row -> row.from().charAt(0) >= '\u2e81' && row.from().charAt(0) <= '\u2fd5');
        assertThat(Rows.read("radicals.csv").all().stream()
                        .filter(row -> row.from().charAt(0) >= '\u2f00'))
                .hasSize(214);
    }

    @Test
    void pinsThePrivateUseCharacters() {
        assertThat(Rows.read("private-use.csv").all())
                .hasSize(107)
                .contains(row("U+E5E5", "U+3000"), row("U+E76C", "U+20AC"), row("U+E78D", "U+FE10"))
                .contains(row("U+E7C7", "U+1E3F"), row("U+E815", "U+2E81"), row("U+E81E", "U+9FB4"))
                .contains(row("U+E816", "U+20087"), row("U+E863", "U+4DAE"), row("U+E864", "U+9FBB"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"traditional.csv", "traditional-words.csv", "radicals.csv", "private-use.csv"})
    void hasEachKeyOnce(String table) {
        assertThat(Rows.read(table).all().stream().map(Row::from)).doesNotHaveDuplicates();
    }

    private static Row row(String from, String to) {
        return new Row(from, to);
    }
}
