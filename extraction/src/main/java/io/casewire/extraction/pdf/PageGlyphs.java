package io.casewire.extraction.pdf;

import io.casewire.extraction.Notice;
import io.casewire.extraction.Place;
import io.casewire.extraction.Unextractable;
import io.casewire.extraction.layout.DocumentLayout;
import io.casewire.extraction.layout.PageBuilder;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Takes the positions of characters and ruling lines from each page. PDFBox's own stripper is behind it for what it does before it makes
 * text: replacement texts (ActualText) and bold made by printing twice.
 */
final class PageGlyphs extends PDFTextStripper {
    /** Annotations that are part of what a page says: values of forms, text typed on the page, stamps. */
    private static final Set<String> PRINTED = Set.of("Widget", "FreeText", "Stamp");

    private final DocumentLayout layout;
    private final RulingOperators rulings;
    private @Nullable PageBuilder builder;
    private @Nullable Unextractable refusal;
    private PageFrame frame = new PageFrame(new PDRectangle(), 0);
    private int unmapped;
    private int unmappedHere;

    PageGlyphs(DocumentLayout layout) throws IOException {
        this.layout = layout;
        this.rulings = new RulingOperators(this);
        setSuppressDuplicateOverlappingText(true);
        setSortByPosition(false);
        setShouldSeparateByBeads(false);
        rulings.register(this::addOperator);
    }

    /**
     * Reads all pages into the layout.
     *
     * @throws Unextractable where they are more than the limits allow
     */
    void readAll(PDDocument document) throws IOException, Unextractable {
        writeText(document, Writer.nullWriter());
        if (refusal != null) {
            throw refusal;
        }
    }

    /** Characters whose font does not say which they are. */
    int unmapped() {
        return unmapped;
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        if (refusal == null) {
            frame = new PageFrame(page.getCropBox(), page.getRotation());
            builder = new PageBuilder(getCurrentPageNo(), frame.width(), frame.height());
            rulings.begin(frame, builder);
            unmappedHere = 0;
            super.processPage(page);
        }
    }

    /** All of a page's characters are there; what the stripper would make of them is not asked for. */
    @Override
    protected void writePage() throws IOException {
        PageBuilder page = builder;
        if (page == null) {
            return;
        }
        for (PDAnnotation annotation : getCurrentPage().getAnnotations()) {
            if (PRINTED.contains(annotation.getSubtype()) && !annotation.isHidden() && !annotation.isNoView()) {
                showAnnotation(annotation);
            }
        }
        boolean text = false;
        for (List<TextPosition> article : charactersByArticle) {
            for (TextPosition position : article) {
                add(position, page);
                text = true;
            }
        }
        sayWhatIsMissing(text);
        try {
            layout.add(page);
        } catch (Unextractable tooLarge) {
            refusal = tooLarge;
        }
    }

    private void add(TextPosition position, PageBuilder page) {
        if (position.getFont().isVertical()) {
            if (!position.getUnicode().isBlank()) {
                page.verticalGlyph();
            }
            return;
        }
        Matrix matrix = position.getTextMatrix();
        double x = matrix.getTranslateX();
        double y = matrix.getTranslateY();
        double dx = position.getEndX() - x;
        double dy = position.getEndY() - y;
        double size = matrix.getScalingFactorY();
        if (Math.hypot(dx, dy) < 0.01 * size) {
            // a font that says no widths; the direction of its text is left
            dx = matrix.getScaleX();
            dy = matrix.getShearY();
        }
        page.glyph(
                position.getUnicode(),
                frame.x(x, y),
                frame.y(x, y),
                frame.x(x + dx, y + dy) - frame.x(x, y),
                frame.y(x + dx, y + dy) - frame.y(x, y),
                size);
    }

    @Override
    protected void showGlyph(Matrix textRenderingMatrix, PDFont font, int code, Vector displacement)
            throws IOException {
        if (font instanceof PDType0Font && font.toUnicode(code) == null) {
            unmappedHere++;
        }
        super.showGlyph(textRenderingMatrix, font, code, displacement);
    }

    private void sayWhatIsMissing(boolean text) throws IOException {
        int page = getCurrentPageNo();
        unmapped += unmappedHere;
        if (unmappedHere > 0) {
            layout.notice(new Notice(
                    "UNREADABLE_GLYPHS",
                    unmappedHere
                            + " characters of this page are left out, since their font does not say which they are",
                    Place.page(page)));
        } else if (!text && hasPicture()) {
            layout.notice(new Notice("PAGE_WITHOUT_TEXT", "This page is a picture without text", Place.page(page)));
        }
    }

    private boolean hasPicture() {
        PDResources resources = getCurrentPage().getResources();
        if (resources != null) {
            for (COSName name : resources.getXObjectNames()) {
                if (resources.isImageXObject(name)) {
                    return true;
                }
            }
        }
        return false;
    }
}
