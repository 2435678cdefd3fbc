package io.casewire.catalog.brief;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.logging.Level;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Makes PDF of the page. The font is ours, and what of it is used is embedded: a machine without Chinese fonts shows it too. */
final class BriefPdf {
    private static final String FAMILY = "Noto Sans SC";
    private static final int WEIGHT = 400;

    BriefPdf() {
        // it would tell of every file that it begins
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    /** A PDF file of that page, which holds no address that is fetched. */
    byte[] of(String html) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(BriefPdf::font, FAMILY, WEIGHT, FontStyle.NORMAL, true);
        builder.withHtmlContent(html, null);
        builder.withProducer("Casewire");
        builder.toStream(file);
        try {
            builder.run();
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A PDF in memory cannot be written", e);
        }
    }

    /** Read for each file anew, as ten megabytes are much for what is asked for now and then. */
    private static InputStream font() {
        return Objects.requireNonNull(BriefPdf.class.getResourceAsStream("NotoSansSC-Regular.ttf"));
    }

    static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException("A PDF of our own cannot be read", e);
        }
    }
}
