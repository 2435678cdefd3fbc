package io.casewire.parsing.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.casewire.parsing.decode.Decoding.Decoded;
import io.casewire.parsing.decode.Flaw.Kind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivateUseTests {
    @Test
    void aBlankOfOldPagesIsABlank() {
        byte[] indent = {(byte) 0xa3, (byte) 0xa0};
        byte[] text = "推行提前申报，压缩办理时间，惠及企业。".getBytes(Charset.forName("GB18030"));
        byte[] bytes = new byte[indent.length + text.length];
        System.arraycopy(indent, 0, bytes, 0, indent.length);
        System.arraycopy(text, 0, bytes, indent.length, text.length);

        assertThat(TextDecoder.decode(bytes)).isEqualTo(new Decoded("　推行提前申报，压缩办理时间，惠及企业。", "GB18030", List.of()));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "GB18030", "UTF-16LE"})
    void aPageThatWasSavedWithAnOldTableIsReadInAnyEncoding(String charset) {
        String saved = (charset.startsWith("UTF-16") ? "\ufeff" : "") + "推行提前申报，由\ue863某办理，压缩时间\ue78d惠及企业。";

        assertThat(TextDecoder.decode(saved.getBytes(Charset.forName(charset))))
                .isEqualTo(new Decoded("推行提前申报，由䶮某办理，压缩时间︐惠及企业。", charset, List.of()));
    }

    @Test
    void aCodePointThatMeansNothingForEverybodyIsKeptAndNamedOnce() {
        String text = "推行提前申报，压缩办理时间。\n惠及\uf0a8企业\uf0a8家，\ue123节约成本。\n";

        assertThat(TextDecoder.decode(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(Decoded.class, decoded -> {
                    assertThat(decoded.text()).isEqualTo(text);
                    assertThat(decoded.flaws())
                            .extracting(Flaw::kind, Flaw::what, Flaw::line, Flaw::column)
                            .containsExactly(
                                    tuple(Kind.PRIVATE_USE_CHARACTER, "U+F0A8, 2 times", 2, 3),
                                    tuple(Kind.PRIVATE_USE_CHARACTER, "U+E123", 2, 9));
                });
    }

    @Test
    void anEntityMayWriteTheBlankToo() {
        assertThat(Repair.clean("&#58853;&#xE5E5;推行提前申报")).isEqualTo("推行提前申报");
    }
}
