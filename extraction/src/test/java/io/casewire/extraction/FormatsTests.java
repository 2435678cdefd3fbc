package io.casewire.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "PK\u0003\u0004",
                "PK\u0005\u0006",
                "PK\u0007\b",
                "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
                "%PDF-1.7",
                "\r\n%PDF-1.4",
                "\u00ef\u00bb\u00bf%PDF-1.4",
                "{\\rtf1\\ansi",
                "MIME-Version: 1.0",
                "<?xml version='1.0'?>\n<?mso-application progid=\"Word.Document\"?>"
            })
    void aFileThatReadersKnowIsTheirs(String latin1) {
        assertThat(Formats.mayBeRead((latin1 + " and so on").getBytes(StandardCharsets.ISO_8859_1)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P",
                "PK",
                "PK汇总",
                "附件为 %PDF- 文件",
                "<!DOCTYPE html><p>正文",
                "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>正文</html>"
            })
    void aTextIsNot(String text) {
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("GB18030")}) {
            assertThat(Formats.mayBeRead(text.getBytes(charset))).isFalse();
        }
    }

    @Test
    void whatStandsFarBehindIsNotLookedAt() {
        String page = "<?xml version='1.0'?>" + " ".repeat(Formats.HEAD) + "<?mso-application?>";

        assertThat(Formats.mayBeRead(page.getBytes(StandardCharsets.UTF_8))).isFalse();
    }
}
