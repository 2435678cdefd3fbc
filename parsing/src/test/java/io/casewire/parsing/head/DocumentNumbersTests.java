package io.casewire.parsing.head;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.parsing.head.DocumentNumbers.Found;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentNumbersTests {
    @ParameterizedTest
    @CsvSource({
        "样政发〔2024〕5号, 样政发〔2024〕5号",
        "样政发 〔 2024 〕 第 5 号, 样政发〔2024〕5号",
        "样政发[2024]5号, 样政发〔2024〕5号",
        "样政发（2024）第5号, 样政发〔2024〕5号",
        "按照样政发〔2024〕12号要求, 按照样政发〔2024〕12号",
        "关于样例的通知样政发〔2024〕5号, 样政发〔2024〕5号",
        "样自贸办公告〔2024〕5号, 样自贸办公告〔2024〕5号",
        "样函〔2024〕1号和样函〔2025〕2号, 样函〔2024〕1号",
    })
    void readsTheNumberInItsUsualForm(String text, String number) {
        assertThat(DocumentNumbers.find(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "〔2024〕5号",
                "样政发〔24〕5号",
                "样政发〔20245〕5号",
                "样政发〔2024〕号",
                "样政发〔2024〕5",
                "样政发2024年5号",
                "样例（2024年）第5号"
            })
    void readsNothingElse(String text) {
        assertThat(DocumentNumbers.find(text)).isNull();
    }

    @Test
    void knowsWhereANumberStandsAndGoesOnBehindIt() {
        String text = "见样函〔2024〕1号、样函〔2025〕2号。";
        Found first = Objects.requireNonNull(DocumentNumbers.findAt(text, 0));

        assertThat(first).isEqualTo(new Found("见样函〔2024〕1号", 0, 11));
        assertThat(DocumentNumbers.findAt(text, first.end())).isEqualTo(new Found("样函〔2025〕2号", 12, 22));
        assertThat(DocumentNumbers.findAt(text, 22)).isNull();
    }
}
