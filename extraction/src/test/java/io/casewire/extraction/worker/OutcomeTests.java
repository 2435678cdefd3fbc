package io.casewire.extraction.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.casewire.extraction.Block.Paragraph;
import io.casewire.extraction.Block.PrintedLines;
import io.casewire.extraction.Extraction;
import io.casewire.extraction.Format;
import io.casewire.extraction.Notice;
import io.casewire.extraction.Place;
import io.casewire.extraction.Rendition;
import io.casewire.extraction.Unextractable.Reason;
import io.casewire.extraction.worker.Outcome.Extracted;
import io.casewire.extraction.worker.Outcome.Located;
import io.casewire.extraction.worker.Outcome.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTests {
    @Test
    void aNoticeIsAboutTheLinesOfItsPlace() {
        Rendition rendition = Rendition.of(new Extraction(
                Format.PDF,
                List.of(
                        Paragraph.of("甲", Place.page(1)),
                        new PrintedLines(List.of("乙", "丙"), Place.page(2)),
                        Paragraph.of("丁", Place.page(3))),
                List.of()));
        List<Notice> notices = List.of(
                new Notice("A", "of a page", Place.page(2)),
                new Notice("B", "of the file", new Place("")),
                new Notice("C", "of a page without text", Place.page(9)));

        assertThat(new Extracted(Format.PDF, rendition, notices).located())
                .extracting(Located::first, Located::last, Located::sentence)
                .containsExactly(
                        tuple(3, 5, "of a page (page 2)"),
                        tuple(0, 0, "of the file"),
                        tuple(0, 0, "of a page without text (page 9)"));
    }

    @ParameterizedTest
    @CsvSource({"Save it again,Save it again. 请另存", "Save it again.,Save it again. 请另存"})
    void theTwoLanguagesOfARefusalArePartedByAFullStop(String english, String sentences) {
        assertThat(new Refused(Reason.DAMAGED_FILE, english, "请另存").sentences()).isEqualTo(sentences);
    }
}
