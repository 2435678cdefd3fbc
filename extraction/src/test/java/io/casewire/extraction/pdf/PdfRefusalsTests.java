package io.casewire.extraction.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.casewire.extraction.Blocks;
import io.casewire.extraction.Extraction;
import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Unextractable;
import io.casewire.extraction.Unextractable.Reason;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfRefusalsTests {
    @TempDir
    private Path folder;

    private static void assertRefused(Reason reason, ThrowingCallable reading) {
        assertThatExceptionOfType(Unextractable.class).isThrownBy(reading).satisfies(refusal -> {
            assertThat(refusal.reason()).isEqualTo(reason);
            assertThat(refusal.chinese()).isNotBlank();
        });
    }

    private static void addPicture(PdfSheet sheet) throws IOException {
        BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        sheet.page().getResources().add(LosslessFactory.createFromImage(sheet.document(), picture));
    }

    @Test
    void picturesOfPagesAreRefused() throws IOException {
        try (PdfSheet sheet = new PdfSheet()) {
            addPicture(sheet);
            assertRefused(Reason.NO_TEXT_LAYER, () -> sheet.read(folder));
        }
    }

    @Test
    void aPictureAmongPagesOfTextIsNamed() throws IOException, Unextractable {
        try (PdfSheet sheet = new PdfSheet()) {
            sheet.text(80, 100, 12, "第一页").nextPage();
            addPicture(sheet);
            Extraction extraction = sheet.read(folder);

            assertThat(Blocks.lines(extraction)).containsExactly("第一页");
            assertThat(extraction.notices()).singleElement().satisfies(notice -> {
                assertThat(notice.code()).isEqualTo("PAGE_WITHOUT_TEXT");
                assertThat(notice.place().text()).isEqualTo("page 2");
            });
        }
    }

    @Test
    void charactersThatNoFontTellsAreCountedAndLeftOut() throws IOException, Unextractable {
        try (PdfSheet sheet = new PdfSheet()) {
            sheet.text(80, 100, 12, "可读").font("N").text(80, 130, 12, "不可读");
            Extraction extraction = sheet.read(folder);

            assertThat(Blocks.lines(extraction)).containsExactly("可读");
            assertThat(extraction.notices()).singleElement().satisfies(notice -> {
                assertThat(notice.code()).isEqualTo("UNREADABLE_GLYPHS");
                assertThat(notice.message()).startsWith("3 characters");
            });
        }
    }

    @Test
    void aFileOfSuchCharactersOnlyIsRefused() throws IOException {
        try (PdfSheet sheet = new PdfSheet()) {
            sheet.font("N").text(80, 100, 12, "不可读");
            assertRefused(Reason.NO_TEXT_LAYER, () -> sheet.read(folder));
        }
    }

    @Test
    void aPasswordIsAskedFor() throws IOException {
        try (PdfSheet sheet = new PdfSheet()) {
            sheet.text(80, 100, 12, "正文");
            sheet.document().protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            assertRefused(Reason.PASSWORD_PROTECTED, () -> sheet.read(folder));
        }
    }

    @Test
    void aFileProtectedAgainstChangesIsRead() throws IOException, Unextractable {
        try (PdfSheet sheet = new PdfSheet()) {
            sheet.text(80, 100, 12, "正文");
            sheet.document().protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));

            assertThat(Blocks.lines(sheet.read(folder))).containsExactly("正文");
        }
    }

    @Test
    void aBrokenFileIsDamagedAndAMissingOneIsNot() throws IOException {
        Path file = folder.resolve("broken.pdf");
        Files.write(file, "%PDF-1.7\nnothing more".getBytes(StandardCharsets.US_ASCII));

        assertRefused(Reason.DAMAGED_FILE, () -> new PdfReader().read(file, ExtractionLimits.DEFAULT));
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> new PdfReader().read(folder.resolve("none.pdf"), ExtractionLimits.DEFAULT));
    }

    @Test
    void halfAFileIsNotRead() throws IOException {
        try (PdfSheet sheet = new PdfSheet()) {
            for (int y = 100; y < 700; y += 20) {
                sheet.text(80, y, 12, "正文正文正文正文");
            }
            Path file = folder.resolve("half.pdf");
            sheet.save(file);
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

            assertThatExceptionOfType(Unextractable.class)
                    .isThrownBy(() -> new PdfReader().read(file, ExtractionLimits.DEFAULT));
        }
    }

    @Test
    void moreThanTheLimitsIsRefusedByName() throws IOException {
        ExtractionLimits few = new ExtractionLimits(1 << 20, 100, 10, 3, 2, 1_000);
        ExtractionLimits shorter = new ExtractionLimits(1 << 20, 100, 10, 3, 1_000, 5);
        try (PdfSheet sheet = new PdfSheet()) {
            sheet.text(80, 100, 12, "一行").text(80, 200, 12, "两行").text(80, 300, 12, "三行");
            Path file = folder.resolve("limits.pdf");
            sheet.save(file);

            assertThatExceptionOfType(Unextractable.class)
                    .isThrownBy(() -> new PdfReader().read(file, few))
                    .withMessageContaining(ExtractionLimits.MAX_BLOCKS);
            assertThatExceptionOfType(Unextractable.class)
                    .isThrownBy(() -> new PdfReader().read(file, shorter))
                    .withMessageContaining(ExtractionLimits.MAX_CHARACTERS);
        }
    }
}
