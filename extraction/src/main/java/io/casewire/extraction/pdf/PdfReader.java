package io.casewire.extraction.pdf;

import io.casewire.extraction.Extraction;
import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Format;
import io.casewire.extraction.FormatReader;
import io.casewire.extraction.Unextractable;
import io.casewire.extraction.Unextractable.Reason;
import io.casewire.extraction.layout.DocumentLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Reads PDF files by the positions of their characters and ruling lines. The order in which a file draws them says nothing, nor do its
 * blanks; what holds for both is in {@code docs/formats.md}.
 */
public final class PdfReader implements FormatReader {
    @Override
    public Format format() {
        return Format.PDF;
    }

    @Override
    public Extraction read(Path file, ExtractionLimits limits) throws Unextractable, IOException {
        if (!Files.isReadable(file)) {
            throw new NoSuchFileException(file.toString());
        }
        // what is decoded of a large file goes to the disk, not to the heap
        try (PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            return read(document, limits);
        } catch (InvalidPasswordException e) {
            throw new Unextractable(
                    Reason.PASSWORD_PROTECTED,
                    "The PDF asks for a password. Save it without one and send it again",
                    "PDF 文件设有打开密码，请取消密码后重新上传");
        } catch (IOException e) {
            throw damaged();
        }
    }

    private static Extraction read(PDDocument document, ExtractionLimits limits) throws Unextractable, IOException {
        DocumentLayout layout = new DocumentLayout(Format.PDF, limits);
        if (hangsMarksOut(document)) {
            layout.marksMayBeLost();
        }
        PageGlyphs pages = new PageGlyphs(layout);
        pages.readAll(document);
        if (!layout.hasText()) {
            throw pages.unmapped() > 0 ? withoutCharacters() : withoutText();
        }
        return layout.finish();
    }

    /** LibreOffice writes no glyph for a mark that hangs in the margin. */
    private static boolean hangsMarksOut(PDDocument document) {
        String producer = document.getDocumentInformation().getProducer();
        return producer != null && producer.toLowerCase(Locale.ROOT).contains("libreoffice");
    }

    private static Unextractable damaged() {
        return new Unextractable(
                Reason.DAMAGED_FILE,
                "The PDF is damaged and cannot be read. Print or save it again",
                "PDF 文件已损坏，无法读取，请重新导出后上传");
    }

    private static Unextractable withoutText() {
        return new Unextractable(
                Reason.NO_TEXT_LAYER,
                "The PDF holds pictures of pages and no text. Send the original file or a PDF with recognised text",
                "PDF 文件为扫描图片，没有文字层，请上传原始文件或经文字识别的 PDF");
    }

    private static Unextractable withoutCharacters() {
        return new Unextractable(
                Reason.NO_TEXT_LAYER,
                "The fonts of the PDF do not say which characters they print. Send the original file",
                "PDF 文件的字体未注明字符编码，无法取得文字，请上传原始文件");
    }
}
