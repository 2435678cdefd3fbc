package io.casewire.extraction.pdf;

import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** From a page's own coordinates, measured upwards from the lower left corner of what is shown, to those of the page as shown. */
final class PageFrame {
    private final double ownWidth;
    private final double ownHeight;
    private final int rotation;

    /** @param rotation in degrees clockwise, a multiple of 90 */
    PageFrame(PDRectangle shown, int rotation) {
        this.ownWidth = shown.getWidth();
        this.ownHeight = shown.getHeight();
        this.rotation = Math.floorMod(rotation, 360);
    }

    double width() {
        return rotation % 180 == 0 ? ownWidth : ownHeight;
    }

    double height() {
        return rotation % 180 == 0 ? ownHeight : ownWidth;
    }

    double x(double x, double y) {
        return switch (rotation) {
            case 90 -> y;
            case 180 -> ownWidth - x;
            case 270 -> ownHeight - y;
            default -> x;
        };
    }

    double y(double x, double y) {
        return switch (rotation) {
            case 90 -> x;
            case 180 -> y;
            case 270 -> ownWidth - x;
            default -> ownHeight - y;
        };
    }
}
