package io.casewire.parsing.genre.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedNameTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "“样例”登记模式。;登记模式",
                "“样例”新机制、“样例”;新机制",
                "“样例”机制和“样例”;机制",
                "“样例”监管等3项。;监管",
                "“样例”模式“样例”;模式",
                "“样例”改革（2项）;改革",
                "“样例”登记和管理;登记和管理",
                "“样例”等改革。;''",
                "“样例”共两项改革。;''",
                "“样例”2项改革。;''",
                "“样例”两项改革。;''",
                "“样例”事项。;''",
                "“样例”由甲市乙县丙乡丁村首创的登记模式。;''",
                "“样例”;''",
            })
    void aWordForAWayOfDoingItBelongsToTheName(String text, String rest) {
        int from = "“样例”".length();

        assertThat(text.substring(from, QuotedName.end(text, from))).isEqualTo(rest);
    }
}
