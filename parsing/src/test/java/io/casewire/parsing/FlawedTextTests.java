package io.casewire.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.parsed.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document that is broken in one place: what stands there is not published and told, all else is read as ever. */
class FlawedTextTests {
    private static final Path SAMPLE = Path.of("..", "samples", "achievement-table.txt");

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void oneBrokenByteHoldsBackTheRecordItStandsInAndNoOther(String charset) throws IOException {
        ParsedDocument whole = parse(Files.readAllBytes(SAMPLE));
        CaseRecord second = (CaseRecord) whole.records().get(1);
        String text = Files.readString(SAMPLE);
        int at = text.indexOf(second.title());

        ParsedDocument parsed = parse(broken(text, at + 1, Charset.forName(charset)));

        assertThat(ids(parsed))
                .isEqualTo(ids(whole).stream()
                        .filter(id -> !id.equals(second.id().value()))
                        .toList());
        assertThat(parsed.document().id()).isEqualTo(whole.document().id());
        assertThat(parsed.document().counts().cases())
                .isEqualTo(whole.document().counts().cases() - 1);
        int line = line(text, at);
        long offset = text.substring(0, at + 1).getBytes(Charset.forName(charset)).length;
        assertThat(parsed.diagnostics())
                .anySatisfy(diagnostic -> {
                    assertThat(diagnostic.code()).isEqualTo("BROKEN_BYTES");
                    assertThat(diagnostic.severity()).isEqualTo(Severity.WARNING);
                    assertThat(diagnostic.lines()).isEqualTo(new LineRange(line, line));
                    assertThat(diagnostic.message()).contains("byte " + offset).contains("line " + line);
                })
                .anySatisfy(diagnostic -> {
                    assertThat(diagnostic.code()).isEqualTo("HELD_BACK");
                    assertThat(diagnostic.lines()).isEqualTo(second.lines());
                });
        assertThat(parsed.refusal()).isNull();
    }

    @Test
    void whatWasLostBeforeTheDocumentCameIsHeldBackToo() throws IOException {
        String text = Files.readString(SAMPLE);
        CaseRecord first =
                (CaseRecord) parse(Files.readAllBytes(SAMPLE)).records().getFirst();
        String lost =
                text.replace(first.title(), first.title().replace(first.title().charAt(1), '\ufffd'));

        assertThat(parse(lost.getBytes(StandardCharsets.UTF_8)).diagnostics())
                .extracting(DiagnosticRecord::code)
                .contains("LOST_CHARACTER", "HELD_BACK");
        String entity = text.replace(first.title(), first.title().substring(0, 1) + "&#xFFFD;");
        assertThat(parse(entity.getBytes(StandardCharsets.UTF_8)).diagnostics())
                .extracting(DiagnosticRecord::code)
                .contains("HELD_BACK");
    }

    @Test
    void aBrokenTitleRefusesTheDocument() throws IOException {
        String text = Files.readString(SAMPLE);
        String title = parse(Files.readAllBytes(SAMPLE)).document().title();

        ParsedDocument parsed = parse(broken(text, text.indexOf(title) + 2, StandardCharsets.UTF_8));

        assertThat(parsed.records()).isEmpty();
        assertThat(parsed.refusal()).isNotNull().extracting(Refusal::code).isEqualTo("BROKEN_HEAD");
        assertThat(parsed.diagnostics()).extracting(DiagnosticRecord::code).contains("BROKEN_BYTES");
    }

    @Test
    void aCharacterOfPrivateUseIsToldAndHoldsNothingBack() throws IOException {
        String text = Files.readString(SAMPLE);
        CaseRecord first =
                (CaseRecord) parse(Files.readAllBytes(SAMPLE)).records().getFirst();

        ParsedDocument parsed =
                parse(text.replace(first.title(), first.title() + "\ue123").getBytes(StandardCharsets.UTF_8));

        assertThat(parsed.diagnostics())
                .filteredOn(diagnostic -> diagnostic.code().equals("PRIVATE_USE_CHARACTER"))
                .singleElement()
                .satisfies(diagnostic -> assertThat(diagnostic.message()).contains("U+E123"));
        assertThat(parsed.records())
                .hasSameSizeAs(parse(Files.readAllBytes(SAMPLE)).records());
    }

    @Test
    void aPlanIndentedWithTheBlanksOfOldPagesKeepsItsTasks() throws IOException {
        String text = Files.readString(Path.of("..", "samples", "plan.txt"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String line : text.split("\n", -1)) {
            bytes.writeBytes(new byte[] {(byte) 0xa3, (byte) 0xa0, (byte) 0xa3, (byte) 0xa0});
            bytes.writeBytes((line + "\n").getBytes(Charset.forName("GB18030")));
        }

        assertThat(Said.by(bytes.toByteArray())).isEqualTo(Said.by(text));
    }

    private static byte[] broken(String text, int at, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text.substring(0, at).getBytes(charset));
        bytes.write(0xff);
        bytes.writeBytes(text.substring(at).getBytes(charset));
        return bytes.toByteArray();
    }

    private static int line(String text, int at) {
        return (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    }

    private static List<String> ids(ParsedDocument parsed) {
        return parsed.records().stream().map(FlawedTextTests::id).toList();
    }

    private static String id(ParsedRecord record) {
        return record instanceof CaseRecord found ? found.id().value() : record.toString();
    }

    private static ParsedDocument parse(byte[] bytes) {
        return new DocumentParser().parse(bytes, "flawed.txt");
    }
}
