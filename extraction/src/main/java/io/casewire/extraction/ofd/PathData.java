package io.casewire.extraction.ofd;

import io.casewire.extraction.layout.PageBuilder;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** The outline of a path object: letters that draw, each with its numbers. Only what is straight is kept. */
final class PathData {
    private final AffineTransform placed;
    private final List<Point2D[]> segments = new ArrayList<>();
    private final List<List<Point2D>> outlines = new ArrayList<>();
    private Point2D at = new Point2D.Double();
    private Point2D start = new Point2D.Double();
    private boolean straight = true;

    PathData(String data, AffineTransform placed) {
        this.placed = placed;
        StringTokenizer words = new StringTokenizer(data);
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            int count = numbersOf(word);
            double[] numbers = new double[count];
            boolean whole = true;
            for (int i = 0; i < count; i++) {
                numbers[i] = words.hasMoreTokens() ? Figures.number(words.nextToken()) : Double.NaN;
                whole &= Double.isFinite(numbers[i]);
            }
            if (whole) {
                draw(word, numbers);
            }
        }
    }

    private static int numbersOf(String letter) {
        return switch (letter) {
            case "S", "M", "L" -> 2;
            case "Q" -> 4;
            case "B" -> 6;
            case "A" -> 7;
            default -> 0;
        };
    }

    private void draw(String letter, double[] numbers) {
        switch (letter) {
            case "S", "M" -> {
                at = point(numbers[0], numbers[1]);
                start = at;
                outlines.add(new ArrayList<>(List.of(at)));
            }
            case "L" -> lineTo(point(numbers[0], numbers[1]));
            case "C" -> lineTo(start);
            case "Q", "B", "A" -> {
                straight = false;
                at = point(numbers[numbers.length - 2], numbers[numbers.length - 1]);
            }
            default -> {
                // no letter of a path
            }
        }
    }

    private Point2D point(double x, double y) {
        return placed.transform(new Point2D.Double(x, y), null);
    }

    private void lineTo(Point2D to) {
        segments.add(new Point2D[] {at, to});
        if (!outlines.isEmpty()) {
            outlines.getLast().add(to);
        }
        at = to;
    }

    void drawOn(PageBuilder page, boolean strokes, boolean fills) {
        if (strokes) {
            for (Point2D[] segment : segments) {
                page.stroke(segment[0].getX(), segment[0].getY(), segment[1].getX(), segment[1].getY());
            }
        } else if (fills && straight) {
            outlines.forEach(outline -> fill(outline, page));
        }
    }

    private static void fill(List<Point2D> outline, PageBuilder page) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Point2D point : outline) {
            left = Math.min(left, point.getX());
            right = Math.max(right, point.getX());
            top = Math.min(top, point.getY());
            bottom = Math.max(bottom, point.getY());
        }
        if (outline.size() >= 4 && outline.size() <= 6) {
            page.filled(left, top, right, bottom);
        }
    }
}
