package io.casewire.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.extraction.Block.Cell;
import io.casewire.extraction.Block.PageBreak;
import io.casewire.extraction.Block.Paragraph;
import io.casewire.extraction.Block.PrintedLines;
import io.casewire.extraction.Block.Row;
import io.casewire.extraction.Block.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenditionTests {
    private static final Place PAGE = Place.page(1);

    private static Rendition of(Block... blocks) {
        return Rendition.of(new Extraction(Format.DOCX, List.of(blocks), List.of()));
    }

    @Test
    void eachBlockStandsOnALineThatLeadsBackToItsPlace() {
        Rendition rendition = of(
                new Paragraph("工作方案", 1, Place.paragraph(1)),
                Paragraph.of("一、甲 < 乙 & 丙", Place.paragraph(2)),
                new Table(
                        "表1",
                        List.of(new Row(List.of(new Cell("甲\n乙", 2, 1), Cell.of("丙")), Place.tableRow(1, 1))),
                        Place.tableRow(1, 1)));

        assertThat(rendition.html().lines())
                .containsExactly(
                        "<!DOCTYPE html><html><body>",
                        "<h1>工作方案</h1>",
                        "<p>一、甲 &lt; 乙 &amp; 丙</p>",
                        "<table><caption>表1</caption>",
                        "<tr><td colspan=\"2\">甲<br>乙</td><td>丙</td></tr>",
                        "</table>",
                        "</body></html>");
        assertThat(rendition.places()).hasSize(7);
        assertThat(rendition.placeOf(3)).isEqualTo("paragraph 2");
        assertThat(rendition.placeOf(5)).isEqualTo("table 1 row 1");
        assertThat(rendition.placeOf(7)).isEmpty();
        assertThat(rendition.placeOf(99)).isEmpty();
    }

    @Test
    void printedLinesKeepTheirEndsOverPages() {
        Rendition rendition = of(
                new PrintedLines(List.of("一、甲", "乙"), PAGE),
                new PageBreak(PAGE),
                new PrintedLines(List.of("丙"), Place.page(2)),
                Paragraph.of("丁", Place.page(2)),
                new PageBreak(Place.page(2)));

        assertThat(rendition.html())
                .isEqualTo("<!DOCTYPE html><html><body>\n<pre>\n一、甲\n乙\n\f\n丙\n</pre>\n<p>丁</p>\n</body></html>\n");
        assertThat(rendition.placeOf(6)).isEqualTo("page 2");
    }

    @Test
    void aTextBringsNoLineOfItsOwnIn() {
        Rendition rendition = of(Paragraph.of("甲\r\n乙\f丙\u2028丁\0", PAGE), new PrintedLines(List.of("戊\n己"), PAGE));

        assertThat(rendition.html().lines()).contains("<p>甲<br>乙<br>丙<br>丁</p>", "戊 己");
        assertThat(rendition.html().split("\n", -1)).hasSize(rendition.places().size() + 1);
    }
}
