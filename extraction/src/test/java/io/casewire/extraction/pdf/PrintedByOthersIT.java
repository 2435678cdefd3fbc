package io.casewire.extraction.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.casewire.extraction.Blocks;
import io.casewire.extraction.Extraction;
import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.RecordsAsText;
import io.casewire.extraction.SamplePage;
import io.casewire.extraction.Unextractable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What browsers and offices print. */
class PrintedByOthersIT {
    private static final String WEB = "@page{size:A4;margin:2.5cm} body{font-family:'Noto Sans CJK SC';font-size:12pt;"
            + "line-height:1.6} p{margin:0.6em 0} h1,h2,h3{text-align:center} table{border-collapse:collapse;width:100%}"
            + "td{border:1px solid #000;padding:3px;font-size:9pt;vertical-align:top} td p{margin:0}";
    private static final String OFFICE = "@page{size:A4;margin:3.5cm 2.6cm} body{font-family:'Noto Serif CJK SC';"
            + "font-size:16pt;line-height:28pt} p{margin:0;text-indent:2em;text-align:justify}"
            + "h1,h2,h3{text-align:center;font-size:20pt} table{border-collapse:collapse;width:100%}"
            + "td{border:1px solid #000;padding:3px;font-size:10.5pt;line-height:16pt;vertical-align:middle}"
            + "td p{margin:0;text-indent:0;text-align:center}";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private static Path chromium() {
        Optional<Path> chromium = Programs.find("chromium", "google-chrome", "chrome");
        assumeThat(chromium).as("no Chromium to print with").isPresent();
        assumeThat(Path.of("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"))
                .as("no Noto CJK fonts to print in")
                .exists();
        return chromium.orElseThrow();
    }

    private static Extraction read(Path pdf) throws IOException, Unextractable {
        return new PdfReader().read(pdf, ExtractionLimits.DEFAULT);
    }

    @ParameterizedTest
    @MethodSource("io.casewire.extraction.SamplePage#names")
    void aPrintedWebPageGivesTheRecordsOfTheText(String name) throws Exception {
        Path pdf = Programs.print(chromium(), folder, SamplePage.read(name).html(WEB), false);

        assertThat(RecordsAsText.of(read(pdf), name))
                .containsExactlyElementsOf(RecordsAsText.ofText(SamplePage.bytes(name), name));
    }

    @ParameterizedTest
    @MethodSource("io.casewire.extraction.SamplePage#names")
    void aPageSetAsOfficesDoGivesTheRecordsOfTheText(String name) throws Exception {
        Path pdf = Programs.print(chromium(), folder, SamplePage.read(name).html(OFFICE), true);

        assertThat(RecordsAsText.of(read(pdf), name))
                .containsExactlyElementsOf(RecordsAsText.ofText(SamplePage.bytes(name), name));
    }

    @Test
    void radicalsOfTheFontAreCharacters() throws Exception {
        String text = "人民政府长期门户车辆风险见证页面龙头鱼类鸟类齿轮";
        String html =
                "<!DOCTYPE html><html lang=\"zh\"><meta charset=\"utf-8\"><body style=\"font-family:'Noto Sans CJK SC'\">"
                        + "<p>" + text + "</p></body></html>";

        assertThat(Blocks.lines(read(Programs.print(chromium(), folder, html, false))))
                .containsExactly(text);
    }

    @Test
    void aNameIsNotGluedToTheNextWhereLibreOfficeLosesTheMarkBetweenThem() throws Exception {
        Optional<Path> office = Programs.find("soffice", "libreoffice");
        assumeThat(office).as("no LibreOffice to print with").isPresent();
        String units = "单位一厅、单位二二厅、单位三三三厅、单位四四四四厅、单位五五五五五厅、单位六厅、单位七七厅、单位八八八厅";
        Path document =
                Files.write(folder.resolve("units.docx"), SmallDocx.of(List.of(units, "甲甲" + units, "甲甲甲" + units)));

        Extraction extraction = read(Programs.convert(office.orElseThrow(), document));

        String text = String.join("\n", Blocks.lines(extraction)).replace("　", "");
        long marks = text.chars().filter(c -> c == '、').count();
        assertThat(text).doesNotContain("厅单位");
        // as many lines break there as marks are missing, and each is named
        assertThat(Blocks.notices(extraction).stream().filter("MARK_MAY_BE_LOST"::equals))
                .hasSizeGreaterThanOrEqualTo((int) (21 - marks));
    }
}
