package io.casewire.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.ingest.text.Decoding.Decoded;
import io.casewire.ingest.text.Decoding.Unreadable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTests {
    private static final String TEXT = "一、样例自由贸易试验区制度创新成果\n二、共有12项，办理时间由3天缩短为1天。\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
    void findsTheEncodingAndSaysWhich(String charset) {
        Decoding decoding = TextDecoder.decode(TEXT.repeat(4).getBytes(Charset.forName(charset)));

        assertThat(decoding).isEqualTo(new Decoded(TEXT.repeat(4), charset));
    }

    @Test
    void namesUtf8ReadAsGbkMojibake() {
        String garbled = new String(TEXT.getBytes(StandardCharsets.UTF_8), Charset.forName("GBK"));

        assertThat(TextDecoder.decode(garbled.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Unreadable.class, found -> assertThat(found.garbled()).isTrue());
    }

    @Test
    void namesGbkReadAsLatinMojibake() {
        String garbled = new String(TEXT.getBytes(Charset.forName("GBK")), StandardCharsets.ISO_8859_1);

        assertThat(TextDecoder.decode(garbled.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Unreadable.class, found -> assertThat(found.garbled()).isTrue());
    }

    @Test
    void namesTextFullOfReplacementCharactersMojibake() {
        assertThat(TextDecoder.decode("样例\ufffd\ufffd\ufffd自\ufffd区成果\ufffd汇总\ufffd表".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Unreadable.class, found -> assertThat(found.garbled()).isTrue());
    }

    @Test
    void refusesBinaryDataWithoutCallingItMojibake() {
        byte[] bytes = new byte[4096];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }

        assertThat(TextDecoder.decode(bytes)).isInstanceOf(Unreadable.class);
    }
}
