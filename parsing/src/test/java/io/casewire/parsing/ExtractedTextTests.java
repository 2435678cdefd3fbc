package io.casewire.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Text that another reader took out of a file. */
class ExtractedTextTests {
    private static final String SHA = "0".repeat(64);
    private static final String PAGE = "<!DOCTYPE html><html><body>\n%s\n</body></html>\n";

    private final DocumentParser parser = new DocumentParser();

    @Test
    void isReadUnderTheHashOfItsFile() {
        ParsedDocument parsed = parser.parse(PAGE.formatted("""
                        <p>样例自由贸易试验区制度创新成果汇总表</p>
                        <table>
                        <tr><td>序号</td><td>成果名称</td><td>主要做法</td><td>推荐单位</td></tr>
                        <tr><td>1</td><td>样例通关模式</td><td>1.改革前，排队久。2.改革后，提前申报。</td><td>长沙海关</td></tr>
                        </table>"""), "附件.docx", SHA);

        assertThat(parsed.document().sha256()).isEqualTo(SHA);
        assertThat(parsed.records()).hasSize(1);
    }

    @Test
    void thatSomebodyDecodedWronglyIsRefusedAsInATextFile() {
        ParsedDocument parsed = parser.parse(PAGE.formatted("<p>" + "锟斤拷锟斤拷锟斤拷 ".repeat(20) + "</p>"), "附件.pdf", SHA);

        assertThat(parsed.records()).isEmpty();
        assertThat(parsed.refusal()).extracting(Refusal::code).isEqualTo("MOJIBAKE");
        assertThat(parsed.document().sha256()).isEqualTo(SHA);
    }

    @Test
    void whatWasNoticedBeforeComesBehindWhatTheParserNoticed() {
        DiagnosticRecord before = new DiagnosticRecord(Severity.WARNING, "PART_MISSING", "a part is missing", null);

        ParsedDocument parsed = DocumentParser.unread("附件.pdf", SHA, "NO_TEXT_LAYER", "It is a picture.")
                .noticing(List.of(before));

        assertThat(parsed.diagnostics()).hasSize(2).last().isEqualTo(before);
        assertThat(parsed.refusal()).isEqualTo(new Refusal("NO_TEXT_LAYER", "It is a picture."));
    }
}
