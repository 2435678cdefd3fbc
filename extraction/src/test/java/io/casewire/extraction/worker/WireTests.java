package io.casewire.extraction.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewire.extraction.Archive.Member;
import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Format;
import io.casewire.extraction.Notice;
import io.casewire.extraction.Place;
import io.casewire.extraction.Rendition;
import io.casewire.extraction.Unextractable.Reason;
import io.casewire.extraction.worker.Outcome.Died;
import io.casewire.extraction.worker.Outcome.Extracted;
import io.casewire.extraction.worker.Outcome.Plain;
import io.casewire.extraction.worker.Outcome.Refused;
import io.casewire.extraction.worker.Outcome.Unpacked;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WireTests {
    private static final Notice NOTICE = new Notice("CODE", "有一处缺失", Place.page(2));

    static Stream<Outcome> outcomes() {
        return Stream.of(
                new Extracted(Format.PDF, new Rendition("", List.of()), List.of()),
                new Extracted(
                        Format.PDF,
                        new Rendition(
                                "甲\n𠀀\n乙\n丙\n",
                                List.of(new Place(""), Place.page(1), Place.page(1), new Place("sheet 清单 row 5"))),
                        List.of(NOTICE, NOTICE)),
                new Unpacked(List.of(new Member("附件/一.docx", Path.of("/x/1"))), List.of(NOTICE)),
                new Plain(),
                new Refused(Reason.NO_TEXT_LAYER, "No text.", "没有文字。"),
                new Died("a bug"));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void anOutcomeArrivesAsItWasSent(Outcome outcome) throws IOException {
        assertThat(Wire.readOutcome(in(written(out -> Wire.write(outcome, out)))))
                .isEqualTo(outcome);
    }

    @Test
    void aJobArrivesWithItsLimits() throws IOException {
        Job job = new Job("长".repeat(50_000), Path.of("/x/文件"), Path.of("/y"));
        ExtractionLimits limits = new ExtractionLimits(1L << 40, 2, 3, 4, 5, 1L << 41);

        assertThat(Wire.readOrder(in(written(out -> Wire.write(job, limits, out)))))
                .isEqualTo(new Wire.Order(job, limits));
    }

    @Test
    void whatSomebodyElsePrintedIsNoAnswer() {
        assertThatThrownBy(() -> Wire.readOutcome(in("log line of a library".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(StreamCorruptedException.class);
    }

    @Test
    void anAnswerThatIsCutOffIsNone() throws IOException {
        byte[] whole = written(out -> Wire.write(outcomes().skip(1).findFirst().orElseThrow(), out));

        for (int length = 0; length < whole.length; length++) {
            byte[] part = java.util.Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Wire.readOutcome(in(part)))
                    .isInstanceOfAny(EOFException.class, StreamCorruptedException.class);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writing.to(out);
        }
        return bytes.toByteArray();
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
