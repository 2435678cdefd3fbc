package io.casewire.extraction.docx;

import static io.casewire.extraction.docx.TestDocx.p;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Unextractable;
import io.casewire.extraction.Unextractable.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocxRefusalTests {
    @TempDir
    Path folder;

    private static Unextractable refusal(Path file, ExtractionLimits limits) {
        Unextractable refusal = catchThrowableOfType(Unextractable.class, () -> new DocxReader().read(file, limits));
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.chinese()).isNotBlank();
        return refusal;
    }

    private static Reason reason(Path file) {
        return refusal(file, ExtractionLimits.DEFAULT).reason();
    }

    private static ExtractionLimits limits(long unpacked, int ratio, int blocks, long characters) {
        return new ExtractionLimits(unpacked, ratio, 10, 3, blocks, characters);
    }

    @Test
    void aPasswordIsNamed() throws Exception {
        Path plain = TestDocx.of(p("甲")).write(folder);
        Path file = folder.resolve("locked.docx");
        try (POIFSFileSystem compound = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("甲乙丙");
            try (OutputStream encrypted = encryptor.getDataStream(compound)) {
                Files.copy(plain, encrypted);
            }
            try (OutputStream content = Files.newOutputStream(file)) {
                compound.writeFilesystem(content);
            }
        }

        assertThat(reason(file)).isEqualTo(Reason.PASSWORD_PROTECTED);
    }

    @Test
    void aFileCutShortIsDamaged() throws IOException {
        byte[] whole = Files.readAllBytes(TestDocx.of(p("甲".repeat(5000))).write(folder));
        Path file = Files.write(folder.resolve("cut.docx"), Arrays.copyOf(whole, whole.length / 2));

        assertThat(reason(file)).isEqualTo(Reason.DAMAGED_FILE);
    }

    @Test
    void markupThatIsNotWellFormedIsDamaged() {
        assertThat(reason(TestDocx.of(p("甲") + "<w:p>").write(folder))).isEqualTo(Reason.DAMAGED_FILE);
    }

    @Test
    void entitiesAreHostileDeclaredOrNot() {
        Path file =
                TestDocx.of(p("&e;")).prolog("<!DOCTYPE x [<!ENTITY e \"甲\">]>").write(folder);

        assertThat(reason(file)).isEqualTo(Reason.HOSTILE_FILE);
    }

    @Test
    void aSpreadsheetIsNoText() throws IOException {
        Path file = folder.resolve("sheet.docx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream content = Files.newOutputStream(file)) {
            workbook.createSheet("甲").createRow(0).createCell(0).setCellValue("乙");
            workbook.write(content);
        }

        assertThat(reason(file)).isEqualTo(Reason.UNSUPPORTED_FORMAT);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\\rtf1\\ansi 甲}', RTF",
        "'<html><body>甲</body></html>', HTML",
        "'MIME-Version: 1.0', MHT",
        "'<?xml version=\"1.0\"?><w:wordDocument/>', XML",
    })
    void anotherFormatIsNamed(String content, String format) throws IOException {
        Path file = Files.writeString(folder.resolve("a.docx"), content, StandardCharsets.UTF_8);

        Unextractable refusal = refusal(file, ExtractionLimits.DEFAULT);

        assertThat(refusal.reason()).isEqualTo(Reason.UNSUPPORTED_FORMAT);
        assertThat(refusal).hasMessageContaining(format);
        assertThat(refusal.chinese()).contains(format);
    }

    @Test
    void nothingButPicturesIsNoText() {
        Path file = TestDocx.of("<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>")
                .write(folder);

        assertThat(reason(file)).isEqualTo(Reason.NO_TEXT_LAYER);
    }

    @Test
    void tooMuchOfAnythingNamesTheSetting() {
        Path file = TestDocx.of(p("甲乙丙").repeat(10)).write(folder);

        assertThat(refusal(file, limits(1 << 20, 100, 9, 1000)))
                .hasMessageContaining("max-blocks")
                .extracting(Unextractable::reason)
                .isEqualTo(Reason.DOCUMENT_TOO_LARGE);
        assertThat(refusal(file, limits(1 << 20, 100, 1000, 29)))
                .hasMessageContaining("max-characters")
                .extracting(Unextractable::reason)
                .isEqualTo(Reason.DOCUMENT_TOO_LARGE);
        assertThat(refusal(file, limits(100, 100, 1000, 1000)))
                .hasMessageContaining("max-unpacked-size")
                .extracting(Unextractable::reason)
                .isEqualTo(Reason.DOCUMENT_TOO_LARGE);
    }

    @Test
    void tooManyPartsNameTheSetting() {
        Path file = TestDocx.of(p("甲")).more(20).write(folder);

        assertThat(refusal(file, limits(1 << 20, 100, 1000, 1000)))
                .hasMessageContaining("max-members")
                .extracting(Unextractable::reason)
                .isEqualTo(Reason.DOCUMENT_TOO_LARGE);
    }

    @Test
    void whatUnpacksToFarMoreThanItIsPackedIsHostile() {
        Path file = TestDocx.of("<!--" + " ".repeat(12 << 20) + "-->" + p("甲")).write(folder);

        assertThat(refusal(file, ExtractionLimits.DEFAULT))
                .hasMessageContaining("max-ratio")
                .extracting(Unextractable::reason)
                .isEqualTo(Reason.HOSTILE_FILE);
    }

    @Test
    void markupNestedBeyondAllWritersIsHostile() {
        Path file = TestDocx.of("<w:ins>".repeat(600) + p("甲") + "</w:ins>".repeat(600))
                .write(folder);

        assertThat(reason(file)).isEqualTo(Reason.HOSTILE_FILE);
    }
}
