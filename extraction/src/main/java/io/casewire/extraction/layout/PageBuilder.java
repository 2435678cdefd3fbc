package io.casewire.extraction.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes what is printed on a page as a format places it, in points from the upper left corner of the page as it is shown, and turns the
 * page so that most of its text runs from left to right.
 */
public final class PageBuilder {
    /** Of its length, that a line may be out of the upright; hand-made ones are. */
    private static final double SLANT = 0.02;

    /** Thicker than any ruling line: a filled area, whose edges part nothing. */
    private static final double MAX_THICKNESS = 2.6;

    private static final double MIN_RULING = 3;

    private final int number;
    private final double width;
    private final double height;
    private final List<Placed> placed = new ArrayList<>();
    private final List<double[]> rulings = new ArrayList<>();
    private int slanted;
    private int vertical;

    /** A glyph with the direction its text runs in: quarter turns clockwise from left to right. */
    private record Placed(String text, double x, double y, double width, double size, int turns) {}

    /**
     * @param number counted from 1
     * @param width in points, as shown
     */
    public PageBuilder(int number, double width, double height) {
        this.number = number;
        this.width = width;
        this.height = height;
    }

    /**
     * A character; one beside the page is not shown and not taken.
     *
     * @param x where it begins on its baseline
     * @param dx the way to where the next one is set, as is {@code dy}
     * @param size of the font in points
     */
    public void glyph(String text, double x, double y, double dx, double dy, double size) {
        boolean outside = x < -size || y < -size || x > width + size || y > height + size;
        if (text.isEmpty() || !Double.isFinite(x + y + dx + dy + size) || size <= 0 || outside) {
            return;
        }
        double advance = Math.hypot(dx, dy);
        boolean level = Math.abs(dy) <= Math.abs(dx) * 0.1;
        boolean upright = Math.abs(dx) <= Math.abs(dy) * 0.1;
        if (!level && !upright) {
            slanted += text.isBlank() ? 0 : 1;
            return;
        }
        int turns = level ? (dx >= 0 ? 0 : 2) : (dy > 0 ? 1 : 3);
        placed.add(new Placed(PrintedCharacters.folded(text), x, y, advance, size, turns));
    }

    /** A character of a font that writes from top to bottom; counted only. */
    public void verticalGlyph() {
        vertical++;
    }

    /** A stroke; only those along an edge of the page count. */
    public void stroke(double x1, double y1, double x2, double y2) {
        double dx = Math.abs(x2 - x1);
        double dy = Math.abs(y2 - y1);
        boolean straight = dy <= Math.max(dx * SLANT, 0.01) || dx <= Math.max(dy * SLANT, 0.01);
        if (straight && Math.max(dx, dy) >= MIN_RULING && Double.isFinite(dx + dy)) {
            rulings.add(new double[] {x1, y1, x2, y2});
        }
    }

    /** A filled rectangle, which is how many writers draw lines. */
    public void filled(double x1, double y1, double x2, double y2) {
        double wide = Math.abs(x2 - x1);
        double high = Math.abs(y2 - y1);
        if (high <= MAX_THICKNESS && wide > high) {
            stroke(x1, (y1 + y2) / 2, x2, (y1 + y2) / 2);
        } else if (wide <= MAX_THICKNESS) {
            stroke((x1 + x2) / 2, y1, (x1 + x2) / 2, y2);
        }
    }

    /** Whether nothing is printed on it. */
    public boolean isEmpty() {
        return printed() + slanted + vertical == 0;
    }

    int number() {
        return number;
    }

    /** Characters that print something. */
    int printed() {
        int count = 0;
        for (Placed glyph : placed) {
            count += glyph.text().isBlank() ? 0 : 1;
        }
        return count;
    }

    /** Characters of the other directions than the page's own, which are left out. */
    int turned() {
        int main = mainTurns();
        int count = slanted;
        for (Placed glyph : placed) {
            count += glyph.turns() != main && !glyph.text().isBlank() ? 1 : 0;
        }
        return count;
    }

    /** Whether most of the text runs from top to bottom. */
    boolean isVertical() {
        return vertical > printed() || runsDown();
    }

    /** Characters of fonts that write from top to bottom. */
    int vertical() {
        return vertical;
    }

    /** Writers that place each character by itself need no font that says so. */
    private boolean runsDown() {
        int down = 0;
        int across = 0;
        for (int i = 1; i < placed.size(); i++) {
            Placed a = placed.get(i - 1);
            Placed b = placed.get(i);
            double dx = Math.abs(b.x() - a.x()) / a.size();
            double dy = (b.y() - a.y()) / a.size();
            down += dx < 0.3 && dy > 0.7 && dy < 2 && a.turns() == 0 ? 1 : 0;
            across += dx >= 0.3 && dx < 2 && Math.abs(dy) < 0.3 ? 1 : 0;
        }
        return down >= 20 && down > across * 2;
    }

    private int mainTurns() {
        int[] counts = new int[4];
        for (Placed glyph : placed) {
            counts[glyph.turns()] += glyph.text().isBlank() ? 0 : 1;
        }
        int main = 0;
        for (int turns = 1; turns < counts.length; turns++) {
            main = counts[turns] > counts[main] ? turns : main;
        }
        return main;
    }

    PrintedPage build() {
        int main = mainTurns();
        List<Glyph> glyphs = new ArrayList<>(placed.size());
        for (Placed glyph : placed) {
            if (glyph.turns() == main) {
                glyphs.add(new Glyph(
                        glyph.text(),
                        turnedX(glyph.x(), glyph.y(), main),
                        turnedY(glyph.x(), glyph.y(), main),
                        glyph.width(),
                        glyph.size()));
            }
        }
        List<Ruling> lines = new ArrayList<>(rulings.size());
        for (double[] r : rulings) {
            lines.add(ruling(
                    turnedX(r[0], r[1], main),
                    turnedY(r[0], r[1], main),
                    turnedX(r[2], r[3], main),
                    turnedY(r[2], r[3], main)));
        }
        boolean sideways = main % 2 == 1;
        return new PrintedPage(number, sideways ? height : width, sideways ? width : height, glyphs, lines);
    }

    private static Ruling ruling(double x1, double y1, double x2, double y2) {
        boolean horizontal = Math.abs(x2 - x1) >= Math.abs(y2 - y1);
        return horizontal
                ? new Ruling(true, (y1 + y2) / 2, Math.min(x1, x2), Math.max(x1, x2))
                : new Ruling(false, (x1 + x2) / 2, Math.min(y1, y2), Math.max(y1, y2));
    }

    private double turnedX(double x, double y, int turns) {
        return switch (turns) {
            case 0 -> x;
            case 1 -> y;
            case 2 -> width - x;
            default -> height - y;
        };
    }

    private double turnedY(double x, double y, int turns) {
        return switch (turns) {
            case 0 -> y;
            case 1 -> width - x;
            case 2 -> height - y;
            default -> x;
        };
    }
}
