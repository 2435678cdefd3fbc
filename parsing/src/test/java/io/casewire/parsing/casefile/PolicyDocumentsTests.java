package io.casewire.parsing.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.PolicyDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyDocumentsTests {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "《样例的通知》（样函〔2023〕56号）|样例的通知|样函〔2023〕56号|-",
                "《关于转发〈样例〉的通知》|关于转发〈样例〉的通知|-|-",
                "《关于转发《样例》的通知》样函〔2023〕56号|关于转发《样例》的通知|样函〔2023〕56号|-",
                "《样例的公告》（样例局公告2021年第4号）|样例的公告|样例局公告2021年第4号|-",
                "《样例的通知》（试行）|样例的通知|-|-",
                "样函〔2023〕56号|-|样函〔2023〕56号|-",
                "《样例的通知|-|-|-",
                "https://example.org/a.html 可查|-|-|https://example.org/a.html",
                "《样例》http://example.org/a）|样例|-|http://example.org/a",
                "(https://example.org/a)|-|-|https://example.org/a",
                "https://example.org/a(b)|-|-|https://example.org/a(b)",
                "httpd|-|-|-",
                "略|-|-|-",
                "—|-|-|-",
            })
    void aTextIsCitedByTitleNumberOrAddress(
            String cell, @Nullable String title, @Nullable String number, @Nullable String url) {
        PolicyDocument cited =
                title == null && number == null && url == null ? null : new PolicyDocument(title, number, url);

        assertThat(PolicyDocuments.read(cell)).isEqualTo(cited);
    }
}
