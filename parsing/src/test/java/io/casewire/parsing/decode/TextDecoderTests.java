package io.casewire.parsing.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.parsing.decode.Decoding.Cause;
import io.casewire.parsing.decode.Decoding.Decoded;
import io.casewire.parsing.decode.Decoding.Unreadable;
import io.casewire.parsing.decode.Flaw.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTests {
    private static final String TEXT = "一、样例自由贸易试验区制度创新成果\n二、共有12项，办理时间由3天缩短为1天。\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
    void findsTheEncodingAndSaysWhich(String charset) {
        Decoding decoding = TextDecoder.decode(TEXT.repeat(4).getBytes(Charset.forName(charset)));

        assertThat(decoding).isEqualTo(new Decoded(TEXT.repeat(4), charset, List.of()));
    }

    @Test
    void namesUtf8ReadAsGbkMojibake() {
        String garbled = new String(TEXT.getBytes(StandardCharsets.UTF_8), Charset.forName("GBK"));

        assertThat(TextDecoder.decode(garbled.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Unreadable.class, found -> assertThat(found.cause()).isEqualTo(Cause.MOJIBAKE));
    }

    @Test
    void namesGbkReadAsLatinMojibake() {
        String garbled = new String(TEXT.getBytes(Charset.forName("GBK")), StandardCharsets.ISO_8859_1);

        assertThat(TextDecoder.decode(garbled.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Unreadable.class, found -> assertThat(found.cause()).isEqualTo(Cause.MOJIBAKE));
    }

    @Test
    void namesTextFullOfReplacementCharactersMojibake() {
        assertThat(TextDecoder.decode("样例\ufffd\ufffd\ufffd自\ufffd区成果\ufffd汇总\ufffd表".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Unreadable.class, found -> assertThat(found.cause()).isEqualTo(Cause.MOJIBAKE));
    }

    @Test
    void refusesBinaryDataWithoutCallingItMojibake() {
        byte[] bytes = new byte[4096];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }

        assertThat(TextDecoder.decode(bytes)).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE"})
    void namesTheBrokenByteOfATextThatReadsWellOtherwise(String name) {
        Charset charset = Charset.forName(name);
        String before = ("\ufeff" + TEXT.repeat(4) + "三、共有").substring(name.startsWith("UTF-16") ? 0 : 1);
        byte[] head = before.getBytes(charset);
        byte[] broken = name.equals("UTF-8")
                ? new byte[] {(byte) 0xe5, (byte) 0x8d}
                : name.equals("GB18030") ? new byte[] {(byte) 0xff} : new byte[] {0x00, (byte) 0xd8};
        byte[] bytes = joined(head, broken, ("项改革\n" + TEXT).getBytes(charset));

        assertThat(TextDecoder.decode(bytes)).isInstanceOfSatisfying(Decoded.class, decoded -> {
            assertThat(decoded.charset()).isEqualTo(name);
            assertThat(decoded.text()).isEqualTo(TEXT.repeat(4) + "三、共有\ufffd项改革\n" + TEXT);
            assertThat(decoded.flaws()).singleElement().satisfies(flaw -> {
                assertThat(flaw.kind()).isEqualTo(Kind.BROKEN_BYTES);
                assertThat(flaw.offset()).isEqualTo(head.length);
                assertThat(flaw.line()).isEqualTo(9);
                assertThat(flaw.place())
                        .isEqualTo("byte " + head.length + " (line 9, character 5), between '三、共有' and '项改革'");
            });
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE"})
    void saysThatAFileEndsInTheMiddleOfACharacter(String name) {
        byte[] whole = ("\ufeff" + TEXT.repeat(4) + "三、共有")
                .substring(name.startsWith("UTF-16") ? 0 : 1)
                .getBytes(Charset.forName(name));

        assertThat(TextDecoder.decode(Arrays.copyOf(whole, whole.length - 1)))
                .isInstanceOfSatisfying(Unreadable.class, unreadable -> {
                    assertThat(unreadable.cause()).isEqualTo(Cause.TRUNCATED);
                    assertThat(unreadable.reason()).contains("line 9").contains("behind '三、共'");
                });
    }

    @Test
    void manyBrokenPlacesAreRefusedWithTheFirstOfThem() {
        byte[] bytes = TEXT.repeat(4).getBytes(StandardCharsets.UTF_8);
        for (int i = 60; i < 60 + 5 * 30; i += 30) {
            bytes[i] = (byte) 0xff;
        }

        assertThat(TextDecoder.decode(bytes)).isInstanceOfSatisfying(Unreadable.class, unreadable -> {
            assertThat(unreadable.cause()).isEqualTo(Cause.BROKEN_BYTES);
            assertThat(unreadable.reason()).contains("0xE5 0x85 at byte 58").contains("line 2");
        });
    }

    @Test
    void namesTheCharacterThatWasLostBeforeTheTextCame() {
        String text = TEXT.repeat(4) + "四、\ufffd事项\n";

        assertThat(TextDecoder.decode(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(Decoded.class, decoded -> assertThat(decoded.flaws())
                        .singleElement()
                        .satisfies(flaw ->
                                assertThat(flaw.place()).isEqualTo("line 9, character 3, between '四、' and '事项'")));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
