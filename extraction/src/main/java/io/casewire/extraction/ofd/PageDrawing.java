package io.casewire.extraction.ofd;

import io.casewire.extraction.Unextractable;
import io.casewire.extraction.layout.PageBuilder;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the objects of a page where they are shown, composite ones taken apart. */
final class PageDrawing {
    private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

    /** Composite units inside composite units; deeper ones lead back to themselves. */
    private static final int DEEPEST = 8;

    private static final int MOST_OBJECTS = 1_000_000;

    private final PageBuilder page;
    private final Map<String, Node> units;
    private int objects;
    private int placeholders;
    private int pictures;

    /** @param units composite units by their ids */
    PageDrawing(PageBuilder page, Map<String, Node> units) {
        this.page = page;
        this.units = units;
    }

    /** From the millimetres of a page, measured from the corner of what is shown, to points. */
    static AffineTransform ofPage(double left, double top) {
        AffineTransform transform = AffineTransform.getScaleInstance(POINTS_PER_MILLIMETRE, POINTS_PER_MILLIMETRE);
        transform.translate(-left, -top);
        return transform;
    }

    static double points(double millimetres) {
        return millimetres * POINTS_PER_MILLIMETRE;
    }

    /** Characters that their font alone could tell. */
    int placeholders() {
        return placeholders;
    }

    int pictures() {
        return pictures;
    }

    /** Draws an object, or all inside an element that groups them. */
    void draw(Node node, AffineTransform around) throws Unextractable {
        draw(node, around, 0);
    }

    private void draw(Node node, AffineTransform around, int depth) throws Unextractable {
        if (node.isHidden()) {
            return;
        }
        if (objects++ > MOST_OBJECTS) {
            throw OfdRefusals.tooManyObjects(MOST_OBJECTS);
        }
        switch (node.name()) {
            case "TextObject" -> drawText(node, placed(node, around));
            case "PathObject" -> drawPath(node, placed(node, around));
            case "CompositeObject" -> {
                Node unit = units.get(node.attribute("ResourceID", ""));
                if (unit != null && depth < DEEPEST) {
                    drawAll(unit, placed(node, around), depth + 1);
                }
            }
            case "ImageObject" -> pictures++;
            default -> drawAll(node, around, depth);
        }
    }

    private void drawAll(Node group, AffineTransform around, int depth) throws Unextractable {
        for (Node child : group.children()) {
            draw(child, around, depth);
        }
    }

    /** An object's own coordinates are turned and stretched by its matrix and begin at the corner of its boundary. */
    static AffineTransform placed(Node node, AffineTransform around) {
        AffineTransform placed = new AffineTransform(around);
        double[] boundary = node.numbers("Boundary");
        if (boundary.length >= 2) {
            placed.translate(boundary[0], boundary[1]);
        }
        double[] matrix = node.numbers("CTM");
        if (matrix.length == 6) {
            placed.concatenate(new AffineTransform(matrix));
        }
        return placed;
    }

    private void drawText(Node object, AffineTransform placed) throws Unextractable {
        for (TextRun.Placed character : TextRun.of(object)) {
            if (objects++ > MOST_OBJECTS) {
                throw OfdRefusals.tooManyObjects(MOST_OBJECTS);
            }
            if (character.isPlaceholder()) {
                placeholders++;
            } else if (character.down()) {
                if (!character.text().isBlank()) {
                    page.verticalGlyph();
                }
            } else {
                Point2D at = placed.transform(new Point2D.Double(character.x(), character.y()), null);
                Point2D way = placed.deltaTransform(new Point2D.Double(character.width(), 0), null);
                Point2D up = placed.deltaTransform(new Point2D.Double(0, character.size()), null);
                page.glyph(
                        character.text(),
                        at.getX(),
                        at.getY(),
                        way.getX(),
                        way.getY(),
                        Math.hypot(up.getX(), up.getY()));
            }
        }
    }

    private void drawPath(Node object, AffineTransform placed) {
        String data = object.textOf("AbbreviatedData");
        if (data != null) {
            boolean strokes = !object.attribute("Stroke", "true").equals("false");
            boolean fills = object.attribute("Fill", "false").equals("true");
            new PathData(data, placed).drawOn(page, strokes, fills);
        }
    }

    /** The box a page is shown in; null where none is said. */
    static double @Nullable [] box(@Nullable Node area) {
        for (String name : new String[] {"PhysicalBox", "ApplicationBox", "CropBox"}) {
            String text = area == null ? null : area.textOf(name);
            double[] box = text == null ? new double[0] : Figures.read(text);
            if (box.length == 4 && box[2] > 0 && box[3] > 0) {
                return box;
            }
        }
        return null;
    }
}
