package io.casewire.extraction.pdf;

import io.casewire.extraction.layout.PageBuilder;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** Follows the operators that draw, for lines along the edges of the page; curves and clipping draw none. */
final class RulingOperators {
    private final PDFStreamEngine engine;
    private final List<Segment> path = new ArrayList<>();
    private final List<Box> boxes = new ArrayList<>();
    private PageFrame frame = new PageFrame(new PDRectangle(), 0);
    private @Nullable PageBuilder page;
    private Point2D.Double at = new Point2D.Double();
    private Point2D.Double start = new Point2D.Double();

    private record Segment(Point2D.Double from, Point2D.Double to) {}

    private record Box(Point2D.Double one, Point2D.Double opposite) {}

    RulingOperators(PDFStreamEngine engine) {
        this.engine = engine;
    }

    void begin(PageFrame shown, PageBuilder builder) {
        frame = shown;
        page = builder;
        path.clear();
        boxes.clear();
    }

    void register(Consumer<OperatorProcessor> operators) {
        operators.accept(new Drawing(engine, "m", 2, this::move));
        operators.accept(new Drawing(engine, "l", 2, this::line));
        operators.accept(new Drawing(engine, "re", 4, this::rectangle));
        operators.accept(new Drawing(engine, "c", 6, n -> curveTo(n[4], n[5])));
        operators.accept(new Drawing(engine, "v", 4, n -> curveTo(n[2], n[3])));
        operators.accept(new Drawing(engine, "y", 4, n -> curveTo(n[2], n[3])));
        operators.accept(new Drawing(engine, "h", 0, _ -> close()));
        operators.accept(new Drawing(engine, "S", 0, _ -> paint(true, false, false)));
        operators.accept(new Drawing(engine, "s", 0, _ -> paint(true, false, true)));
        for (String fill : List.of("f", "F", "f*")) {
            operators.accept(new Drawing(engine, fill, 0, _ -> paint(false, true, true)));
        }
        for (String both : List.of("B", "B*")) {
            operators.accept(new Drawing(engine, both, 0, _ -> paint(true, true, false)));
        }
        for (String closed : List.of("b", "b*")) {
            operators.accept(new Drawing(engine, closed, 0, _ -> paint(true, true, true)));
        }
        operators.accept(new Drawing(engine, "n", 0, _ -> paint(false, false, false)));
    }

    private static final class Drawing extends OperatorProcessor {
        private final String name;
        private final int operands;
        private final Consumer<double[]> act;

        Drawing(PDFStreamEngine engine, String name, int operands, Consumer<double[]> act) {
            super(engine);
            this.name = name;
            this.operands = operands;
            this.act = act;
        }

        @Override
        public void process(Operator operator, List<COSBase> given) {
            if (given.size() < operands) {
                return;
            }
            double[] numbers = new double[operands];
            for (int i = 0; i < operands; i++) {
                if (!(given.get(i) instanceof COSNumber number)) {
                    return;
                }
                numbers[i] = number.floatValue();
            }
            act.accept(numbers);
        }

        @Override
        public String getName() {
            return name;
        }
    }

    private Point2D.Double placed(double x, double y) {
        Point2D.Float own = engine.transformedPoint((float) x, (float) y);
        PDPage current = engine.getCurrentPage();
        PDRectangle box = current.getCropBox();
        double ownX = own.x - box.getLowerLeftX();
        double ownY = own.y - box.getLowerLeftY();
        return new Point2D.Double(frame.x(ownX, ownY), frame.y(ownX, ownY));
    }

    private void move(double[] n) {
        at = placed(n[0], n[1]);
        start = at;
    }

    private void line(double[] n) {
        Point2D.Double to = placed(n[0], n[1]);
        path.add(new Segment(at, to));
        at = to;
    }

    private void curveTo(double x, double y) {
        at = placed(x, y);
    }

    private void close() {
        path.add(new Segment(at, start));
        at = start;
    }

    private void rectangle(double[] n) {
        boxes.add(new Box(placed(n[0], n[1]), placed(n[0] + n[2], n[1] + n[3])));
        move(n);
    }

    private void paint(boolean strokes, boolean fills, boolean closes) {
        PageBuilder builder = page;
        if (closes && !path.isEmpty()) {
            close();
        }
        if (builder != null && (strokes || fills)) {
            for (Segment segment : path) {
                if (strokes) {
                    builder.stroke(segment.from.x, segment.from.y, segment.to.x, segment.to.y);
                }
            }
            for (Box box : boxes) {
                draw(box, builder, strokes, fills);
            }
            if (fills && !strokes) {
                fillPath(builder);
            }
        }
        path.clear();
        boxes.clear();
    }

    private static void draw(Box box, PageBuilder builder, boolean strokes, boolean fills) {
        Point2D.Double a = box.one;
        Point2D.Double b = box.opposite;
        if (strokes) {
            builder.stroke(a.x, a.y, b.x, a.y);
            builder.stroke(a.x, b.y, b.x, b.y);
            builder.stroke(a.x, a.y, a.x, b.y);
            builder.stroke(b.x, a.y, b.x, b.y);
        } else if (fills) {
            builder.filled(a.x, a.y, b.x, b.y);
        }
    }

    /** A thin area drawn by its outline. */
    private void fillPath(PageBuilder builder) {
        if (path.size() < 3 || path.size() > 5) {
            return;
        }
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Segment segment : path) {
            left = Math.min(left, Math.min(segment.from.x, segment.to.x));
            right = Math.max(right, Math.max(segment.from.x, segment.to.x));
            top = Math.min(top, Math.min(segment.from.y, segment.to.y));
            bottom = Math.max(bottom, Math.max(segment.from.y, segment.to.y));
        }
        builder.filled(left, top, right, bottom);
    }
}
