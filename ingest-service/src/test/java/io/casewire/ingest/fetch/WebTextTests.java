package io.casewire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebTextTests {
    private static final URI ADDRESS = URI.create("https://www.example.org/files/a.pdf?id=1");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            attachment; filename="report.pdf"                                          | report.pdf
            attachment; filename=report.pdf                                            | report.pdf
            inline; filename = "a b.docx"; size=3                                      | a b.docx
            attachment; filename*=UTF-8''%E9%80%9A%E7%9F%A5.docx                       | 通知.docx
            attachment; filename="x.docx"; filename*=utf-8'zh'%E9%80%9A%E7%9F%A5.docx  | 通知.docx
            attachment; filename*=GBK''%CD%A8%D6%AA.docx                               | 通知.docx
            attachment; filename="%E9%80%9A%E7%9F%A5.docx"                             | 通知.docx
            attachment; filename="%CD%A8%D6%AA.docx"                                   | 通知.docx
            attachment; filename="=?UTF-8?B?6YCa55+lLmRvY3g=?="                        | 通知.docx
            attachment; filename="100%.docx"                                           | 100%.docx
            attachment; filename*=nonsense''%E9; filename="b.pdf"                      | b.pdf
            attachment; filename=""                                                    | a.pdf
            attachment                                                                 | a.pdf
            """)
    void takesTheNameThatTheHostGives(String disposition, String name) {
        assertThat(WebText.name(disposition, ADDRESS)).isEqualTo(name);
    }

    @Test
    void readsNamesThatComeAsBareBytes() {
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("GBK")}) {
            String bare = new String("附件：清单.xlsx".getBytes(charset), StandardCharsets.ISO_8859_1);

            assertThat(WebText.name("attachment; filename=\"" + bare + "\"", ADDRESS))
                    .isEqualTo("附件：清单.xlsx");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.example.org/a/t20260302_1.html, t20260302_1.html",
        "https://www.example.org/%E9%80%9A%E7%9F%A5.pdf?x=/y, 通知.pdf",
        "https://www.example.org/%CD%A8%D6%AA.pdf, 通知.pdf",
        "https://www.example.org/a/, www.example.org.html",
        "https://www.example.org:8443/, www.example.org_8443.html"
    })
    void takesTheNameOfTheAddressOtherwise(String address, String name) {
        assertThat(WebText.name(null, URI.create(address))).isEqualTo(name);
    }
}
