package io.casewire.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewire.parsing.Cost;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentSnifferTests {
    private static final String CHINESE = "国务院关于做好自由贸易试验区第七批改革试点经验复制推广工作的通知 No. 7\n";

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("Rar! and so on", "RAR"),
                Arguments.of("\u001f\u008b and so on", "gzip"),
                Arguments.of("\u007fELF", "program"),
                Arguments.of("a text with NULs\u0000 in \u0000it", "NUL"),
                Arguments.of("\u0001\u0002\u0003\u0004".repeat(20), "control"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void saysWhatItIsThatIsNotRead(String latin1, String word) {
        ContentSniffer sniffer = sniffed(latin1.getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(sniffer::requireReadable).isInstanceOfSatisfying(UploadRefused.class, e -> {
            assertThat(e.getStatusCode().value()).isEqualTo(415);
            assertThat(e.getMessage()).contains(word);
            assertThat(e.getBody().getProperties()).containsKey("accepted");
        });
    }

    static Stream<byte[]> texts() {
        return Stream.of(
                CHINESE.getBytes(StandardCharsets.UTF_8),
                CHINESE.getBytes(Charset.forName("GB18030")),
                CHINESE.getBytes(StandardCharsets.UTF_16LE),
                CHINESE.getBytes(StandardCharsets.UTF_16),
                "<!doctype html><p>正文".getBytes(StandardCharsets.UTF_8),
                "a page\f break and a stray \u0001".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void letsTextPassInEveryEncodingTheParserReads(byte[] bytes) {
        assertThatCode(sniffed(bytes)::requireReadable).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PK\u0003\u0004", "%PDF-1.7", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1"})
    void letsPassWhatReadersMayKnowWhateverItsBytesSay(String latin1) {
        ContentSniffer sniffer =
                sniffed((latin1 + "\u0000\u0001<\n".repeat(1000)).getBytes(StandardCharsets.ISO_8859_1));

        assertThatCode(sniffer::requireReadable).doesNotThrowAnyException();
        assertThatCode(() -> sniffer.requireAffordable(1)).doesNotThrowAnyException();
    }

    @Test
    void blanksAreNoDocument() {
        assertThatThrownBy(sniffed(" \r\n\t".getBytes(StandardCharsets.UTF_8))::requireReadable)
                .isInstanceOfSatisfying(
                        UploadRefused.class,
                        e -> assertThat(e.getStatusCode().value()).isEqualTo(400));
    }

    static Stream<Charset> charsets() {
        return Stream.of(
                StandardCharsets.UTF_8, Charset.forName("GB18030"), StandardCharsets.UTF_16LE, StandardCharsets.UTF_16);
    }

    @ParameterizedTest
    @MethodSource("charsets")
    void neverCountsMoreThanParsingTakes(Charset charset) {
        String text = "第、上\u0a3c与\u3c3c\t｜\n𠀁<p>\n".repeat(1000);
        long cost = Cost.of(text.length(), 2000, 1000, 1000);

        assertThatCode(() -> sniffed(text.getBytes(charset)).requireAffordable(cost))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesWhatSurelyTakesMoreThanIsGiven() {
        byte[] lines = "第一\n".repeat(1000).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> sniffed(lines).requireAffordable(1_000_000))
                .isInstanceOfSatisfying(
                        UploadRefused.class,
                        e -> assertThat(e.getStatusCode().value()).isEqualTo(413));
    }

    private static ContentSniffer sniffed(byte[] bytes) {
        ContentSniffer sniffer = new ContentSniffer(16);
        for (int i = 0; i < bytes.length; i += 7) {
            byte[] piece = java.util.Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + 7));
            sniffer.take(piece, piece.length);
        }
        return sniffer;
    }
}
