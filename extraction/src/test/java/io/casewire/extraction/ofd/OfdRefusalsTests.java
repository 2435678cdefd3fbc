package io.casewire.extraction.ofd;

import static io.casewire.extraction.ofd.OfdParts.content;
import static io.casewire.extraction.ofd.OfdParts.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.casewire.extraction.Blocks;
import io.casewire.extraction.Extraction;
import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Unextractable;
import io.casewire.extraction.Unextractable.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfdRefusalsTests {
    private static final String SHAPE = "<ofd:TextObject ID=\"1\" Boundary=\"20 80 100 10\" Font=\"2\" Size=\"5\">"
            + "<ofd:TextCode X=\"0\" Y=\"5\">¤</ofd:TextCode></ofd:TextObject>";

    @TempDir
    private Path folder;

    private void assertRefused(Reason reason, OfdParts parts, ExtractionLimits limits) throws IOException {
        Path file = parts.save(folder);
        assertThatExceptionOfType(Unextractable.class)
                .isThrownBy(() -> new OfdReader().read(file, limits))
                .satisfies(refusal -> {
                    assertThat(refusal.reason()).isEqualTo(reason);
                    assertThat(refusal.chinese()).isNotBlank();
                });
    }

    private void assertRefused(Reason reason, OfdParts parts) throws IOException {
        assertRefused(reason, parts, ExtractionLimits.DEFAULT);
    }

    @Test
    void picturesAndShapesAloneAreNoText() throws IOException {
        assertRefused(
                Reason.NO_TEXT_LAYER,
                new OfdParts().page("<ofd:ImageObject ID=\"1\" Boundary=\"0 0 210 297\" ResourceID=\"3\"/>"));
        assertRefused(Reason.NO_TEXT_LAYER, new OfdParts().page(SHAPE));
    }

    @Test
    void entitiesAreHostile() throws IOException {
        String entity = "<!DOCTYPE Page [<!ENTITY a \"aaaa\">]>" + content(text(20, 60, 5, "正文&a;"));

        assertRefused(Reason.HOSTILE_FILE, new OfdParts().wholePage(entity));
        assertRefused(
                Reason.HOSTILE_FILE,
                new OfdParts()
                        .wholePage("<!DOCTYPE Page SYSTEM \"file:///etc/hostname\">" + content(text(20, 60, 5, "正"))));
    }

    @Test
    void whatIsNoOfdIsDamaged() throws IOException {
        assertRefused(Reason.DAMAGED_FILE, new OfdParts().part("word/document.xml", "<a/>"));
        assertRefused(Reason.DAMAGED_FILE, new OfdParts().wholePage("<ofd:Page"));
        Path file = Files.write(folder.resolve("none.ofd"), "no archive".getBytes(StandardCharsets.US_ASCII));
        assertThatExceptionOfType(Unextractable.class)
                .isThrownBy(() -> new OfdReader().read(file, ExtractionLimits.DEFAULT))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.DAMAGED_FILE));
    }

    @Test
    void anEncryptedFileAsksForItsPassword() throws IOException {
        assertRefused(Reason.PASSWORD_PROTECTED, new OfdParts().part("Encryptions.xml", "<ofd/>"));
    }

    @Test
    void whatItUnpacksToIsLimited() throws IOException {
        String blanks = content(text(20, 60, 5, "正文") + " ".repeat(12 << 20));

        assertRefused(Reason.DOCUMENT_TOO_LARGE, new OfdParts().wholePage(blanks));
        assertRefused(
                Reason.DOCUMENT_TOO_LARGE,
                new OfdParts().page(text(20, 60, 5, "正文")),
                new ExtractionLimits(200, 100, 10, 3, 100, 100));
    }

    @Test
    void unitsThatMultiplyAreLimited() throws IOException {
        StringBuilder units = new StringBuilder();
        for (int id = 1; id <= 8; id++) {
            units.append("<ofd:CompositeGraphicUnit ID=\"" + id + "\"><ofd:Content>")
                    .append(("<ofd:CompositeObject ID=\"1\" ResourceID=\"" + (id + 1) + "\"/>").repeat(20))
                    .append("</ofd:Content></ofd:CompositeGraphicUnit>");
        }
        assertRefused(
                Reason.DOCUMENT_TOO_LARGE,
                new OfdParts()
                        .common("<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>")
                        .part(
                                "Doc_0/PublicRes.xml",
                                OfdParts.element(
                                        "Res",
                                        "",
                                        "<ofd:CompositeGraphicUnits>" + units + "</ofd:CompositeGraphicUnits>"))
                        .page("<ofd:CompositeObject ID=\"1\" ResourceID=\"1\"/>"));
    }

    @Test
    void aPageThatIsNotThereIsNamed() throws IOException, Unextractable {
        OfdParts parts = new OfdParts().page(text(20, 60, 5, "第一页"));
        parts.part(
                "Doc_0/Document.xml",
                OfdParts.element(
                        "Document",
                        "",
                        "<ofd:CommonData/><ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/>"
                                + "<ofd:Page ID=\"2\" BaseLoc=\"../../Pages/Page_7/Content.xml\"/></ofd:Pages>"));
        Extraction extraction = parts.read(folder);

        assertThat(Blocks.lines(extraction)).containsExactly("第一页");
        assertThat(Blocks.notices(extraction)).containsExactly("MISSING_PAGE");
    }
}
