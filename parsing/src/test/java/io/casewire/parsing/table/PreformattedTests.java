package io.casewire.parsing.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreformattedTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "<pre>甲</pre>|true",
                "<textarea>甲</textarea>|true",
                "<p>甲</p>|-",
                "<p style='color: red'>甲</p>|-",
                "<p style='white-space: pre-wrap; color: red'>甲</p>|true",
                "<p style='WHITE-SPACE:PRE'>甲</p>|true",
                "<p style='white-space: break-spaces'>甲</p>|true",
                "<p style='white-space: nowrap'>甲</p>|false",
                "<pre style='white-space: normal'>甲</pre>|false",
                "<p style='white-space: normal; white-space: pre'>甲</p>|true",
            })
    void anElementOrItsStyleSaysWhetherLineEndsAreShown(String html, @Nullable Boolean says) {
        assertThat(Preformatted.says(first(html))).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource({
        "<pre><b>甲</b></pre>, true",
        "<pre><p style='white-space: normal'><b>甲</b></p></pre>, false",
        "<p><b>甲</b></p>, false",
    })
    void theInnermostThatSaysSoDecides(String html, boolean keeps) {
        Element bold = Objects.requireNonNull(Jsoup.parse(html).selectFirst("b"));

        assertThat(Preformatted.keepsLines(bold.textNodes().getFirst())).isEqualTo(keeps);
    }

    private static Element first(String html) {
        return Objects.requireNonNull(Jsoup.parse(html).body().firstElementChild());
    }
}
