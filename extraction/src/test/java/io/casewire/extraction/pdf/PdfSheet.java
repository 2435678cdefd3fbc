package io.casewire.extraction.pdf;

import io.casewire.extraction.Extraction;
import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Unextractable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.jspecify.annotations.Nullable;

/**
 * Draws a PDF character by character, in points from the upper left corner. Its fonts are named and not embedded, so that no font need be
 * installed: {@code F} says by a table of its own which characters it prints, the others by encodings that readers know.
 */
final class PdfSheet implements AutoCloseable {
    static final double WIDTH = 595;
    static final double HEIGHT = 842;

    private final PDDocument document = new PDDocument();
    private final COSDictionary fonts = new COSDictionary();
    private final StringBuilder content = new StringBuilder();
    private PDPage page;
    private String font = "F";

    PdfSheet() throws IOException {
        fonts.setItem(COSName.getPDFName("F"), font("SimSun", "Identity-H", toUnicode()));
        fonts.setItem(COSName.getPDFName("N"), font("SimSun", "Identity-H", null));
        fonts.setItem(COSName.getPDFName("H"), font("STSong-Light", "UniGB-UCS2-H", null));
        fonts.setItem(COSName.getPDFName("V"), font("STSong-Light", "UniGB-UCS2-V", null));
        page = newPage();
    }

    private static COSDictionary font(String name, String encoding, @Nullable COSStream toUnicode) {
        COSDictionary info = new COSDictionary();
        info.setString("Registry", "Adobe");
        info.setString("Ordering", encoding.startsWith("Uni") ? "GB1" : "Identity");
        info.setInt("Supplement", 2);
        COSDictionary descendant = new COSDictionary();
        descendant.setItem(COSName.TYPE, COSName.FONT);
        descendant.setItem(COSName.SUBTYPE, COSName.getPDFName("CIDFontType0"));
        descendant.setName("BaseFont", name);
        descendant.setItem("CIDSystemInfo", info);
        descendant.setInt("DW", 1000);
        COSArray narrow = new COSArray();
        int first = encoding.startsWith("Uni") ? 1 : ' ';
        narrow.add(COSInteger.get(first));
        narrow.add(COSInteger.get(first + 94));
        narrow.add(COSInteger.get(500));
        descendant.setItem("W", narrow);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.getPDFName("Type0"));
        font.setName("BaseFont", name);
        font.setName("Encoding", encoding);
        COSArray descendants = new COSArray();
        descendants.add(descendant);
        font.setItem("DescendantFonts", descendants);
        if (toUnicode != null) {
            font.setItem("ToUnicode", toUnicode);
        }
        return font;
    }

    private COSStream toUnicode() throws IOException {
        StringBuilder map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin 12 dict begin begincmap
                1 begincodespacerange <0000> <FFFF> endcodespacerange
                """);
        for (int high = 0; high < 256; high++) {
            map.append(
                    String.format(Locale.ROOT, "1 beginbfrange <%1$02X00> <%1$02XFF> <%1$02X00> endbfrange%n", high));
        }
        map.append("endcmap end end\n");
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(map.toString().getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }

    private PDPage newPage() {
        PDPage fresh = new PDPage(new PDRectangle((float) WIDTH, (float) HEIGHT));
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.FONT, fonts);
        fresh.setResources(new PDResources(resources));
        document.addPage(fresh);
        return fresh;
    }

    PDDocument document() {
        return document;
    }

    PDPage page() {
        return page;
    }

    PdfSheet nextPage() throws IOException {
        finishPage();
        page = newPage();
        return this;
    }

    private void finishPage() throws IOException {
        PDStream stream = new PDStream(document);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.toString().getBytes(StandardCharsets.US_ASCII));
        }
        page.setContents(stream);
        content.setLength(0);
    }

    /** The font of what follows: F, N (tells no characters), H or V (predefined encodings). */
    PdfSheet font(String name) {
        font = name;
        return this;
    }

    PdfSheet raw(String operators) {
        content.append(operators).append('\n');
        return this;
    }

    /** A run of text as one string. */
    PdfSheet text(double x, double y, double size, String text) {
        return turned(1, 0, 0, 1, x, HEIGHT - y, size, text);
    }

    PdfSheet turned(double a, double b, double c, double d, double e, double f, double size, String text) {
        String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
        return raw(String.format(
                Locale.ROOT,
                "BT /%s %.2f Tf %.2f %.2f %.2f %.2f %.3f %.3f Tm <%s> Tj ET",
                font,
                size,
                a,
                b,
                c,
                d,
                e,
                f,
                hex));
    }

    /** Each character by itself, so far from the last one. */
    PdfSheet spread(double x, double y, double size, double pitch, String text) {
        double at = x;
        for (int i = 0; i < text.length(); i++) {
            text(at, y, size, text.substring(i, i + 1));
            at += pitch;
        }
        return this;
    }

    PdfSheet line(double x1, double y1, double x2, double y2) {
        return raw(String.format(Locale.ROOT, "0.5 w %.2f %.2f m %.2f %.2f l S", x1, HEIGHT - y1, x2, HEIGHT - y2));
    }

    PdfSheet filled(double x, double y, double width, double height) {
        return raw(String.format(Locale.ROOT, "%.2f %.2f %.2f %.2f re f", x, HEIGHT - y - height, width, height));
    }

    /** Ruling lines at all of these places. */
    PdfSheet grid(double[] xs, double[] ys) {
        for (double x : xs) {
            line(x, ys[0], x, ys[ys.length - 1]);
        }
        for (double y : ys) {
            line(xs[0], y, xs[xs.length - 1], y);
        }
        return this;
    }

    /** What is drawn so far of this page becomes the look of an annotation that covers it; the page is blank again. */
    PdfSheet annotation(String subtype, boolean hidden) throws IOException {
        COSStream look = document.getDocument().createCOSStream();
        try (OutputStream out = look.createOutputStream()) {
            out.write(content.toString().getBytes(StandardCharsets.US_ASCII));
        }
        content.setLength(0);
        PDRectangle box = page.getMediaBox();
        look.setItem(COSName.TYPE, COSName.XOBJECT);
        look.setItem(COSName.SUBTYPE, COSName.FORM);
        look.setItem(COSName.BBOX, box);
        look.setItem(COSName.RESOURCES, page.getResources());
        COSDictionary looks = new COSDictionary();
        looks.setItem(COSName.N, look);
        COSDictionary annotation = new COSDictionary();
        annotation.setItem(COSName.TYPE, COSName.ANNOT);
        annotation.setName(COSName.SUBTYPE, subtype);
        annotation.setItem(COSName.RECT, box);
        annotation.setItem(COSName.AP, looks);
        annotation.setInt(COSName.F, hidden ? 2 : 4);
        List<PDAnnotation> annotations = page.getAnnotations();
        annotations.add(PDAnnotation.createAnnotation(annotation));
        page.setAnnotations(annotations);
        return this;
    }

    PdfSheet producer(String name) {
        document.getDocumentInformation().getCOSObject().setItem(COSName.PRODUCER, new COSString(name));
        return this;
    }

    void save(Path file) throws IOException {
        finishPage();
        document.save(file.toFile());
    }

    Extraction read(Path folder) throws IOException, Unextractable {
        return read(folder, ExtractionLimits.DEFAULT);
    }

    Extraction read(Path folder, ExtractionLimits limits) throws IOException, Unextractable {
        Path file = folder.resolve("sheet.pdf");
        save(file);
        return new PdfReader().read(file, limits);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
