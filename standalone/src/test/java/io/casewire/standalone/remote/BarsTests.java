package io.casewire.standalone.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.standalone.remote.Display.UnderWay;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarsTests {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Bars bars = new Bars(new PrintStream(bytes, true, StandardCharsets.UTF_8));

    @ParameterizedTest
    @CsvSource({
        "方案.txt, 8, 0.5, RECEIVED, '[##########----------] RECEIVED'",
        "a.txt, 5, 0, sending 0 %, '[--------------------] sending 0 %'",
        "a.txt, 5, 7, PUBLISHED, '[####################] PUBLISHED'"
    })
    void aBarShowsHowFarADocumentIs(String name, int columns, double share, String stage, String end) {
        String line = Bars.line(new UnderWay(name, share, stage));
        assertThat(line).startsWith("  " + name).endsWith(end);
        assertThat(Columns.of(name)).isEqualTo(columns);
    }

    @Test
    void noLineIsWiderThanATerminal() {
        String line = Bars.line(new UnderWay("关于印发".repeat(30) + ".docx", 0.3, "PARSED, waits for something long"));
        assertThat(Columns.of(line)).isLessThan(80);
        assertThat(line).contains("…", "印发.docx").doesNotContain("\n");
    }

    @Test
    void whatIsThroughStandsAboveWhatIsUnderWay() {
        bars.show(List.of(new UnderWay("a.txt", 0.5, "RECEIVED")));
        bars.ended("b.txt", "published: 1 case");
        bars.show(List.of());

        assertThat(bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"))
                .contains("\u001b[1A\r\u001b[J  b.txt                                    published: 1 case\n  a.txt")
                .endsWith("\u001b[1A\r\u001b[J");
    }

    @Test
    void ofManyAFewAreShown() {
        bars.show(Stream.generate(() -> new UnderWay("a.txt", 0, "RECEIVED"))
                .limit(9)
                .toList());

        assertThat(bytes.toString(StandardCharsets.UTF_8)
                        .replace("\r\u001b[J", "")
                        .lines())
                .hasSize(7)
                .last()
                .asString()
                .contains("and 3 more");
    }
}
