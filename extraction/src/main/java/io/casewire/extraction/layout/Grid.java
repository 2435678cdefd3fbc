package io.casewire.extraction.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cells that ruling lines part. A line that is missing between two cells makes them one; sides that are left open are closed, since
 * many tables are printed without them and a page break cuts the lower one off.
 */
final class Grid {
    private static final double SAME_EDGE = 4;
    private static final int MOST_CELLS = 100_000;

    private final double[] xs;
    private final double[] ys;
    private final List<Ruling> lines;
    /** Of each elementary cell, the index of the cell that covers it. */
    private final int[][] covering;

    private final List<Area> areas = new ArrayList<>();

    /** A cell: its first row and column and how many of each it covers. */
    record Area(int row, int column, int rows, int columns) {}

    private Grid(double[] xs, double[] ys, List<Ruling> lines) {
        this.xs = xs;
        this.ys = ys;
        this.lines = lines;
        this.covering = new int[ys.length - 1][xs.length - 1];
        divide();
    }

    /** The tables that the ruling lines draw, the smaller first where one stands inside another. */
    static List<Grid> of(List<Ruling> rulings) {
        List<Ruling> joined = Rulings.joined(rulings);
        List<Grid> grids = new ArrayList<>();
        if (joined.size() > Rulings.MOST) {
            return grids;
        }
        for (List<Ruling> group : Rulings.meeting(joined)) {
            Grid grid = drawn(group);
            if (grid != null) {
                grids.add(grid);
            }
        }
        grids.sort((a, b) -> Double.compare(a.size(), b.size()));
        return grids;
    }

    private static @Nullable Grid drawn(List<Ruling> group) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        Extent across = new Extent();
        Extent down = new Extent();
        for (Ruling line : group) {
            (line.horizontal() ? y : x).add(line.at());
            (line.horizontal() ? across : down).take(line);
        }
        x.addAll(across.ends());
        y.addAll(down.ends());
        double[] xs = Numbers.clustered(x, SAME_EDGE);
        double[] ys = Numbers.clustered(y, SAME_EDGE);
        // one column is a frame around text, and text without columns is read as lines
        boolean table = xs.length > 2 && ys.length > 1 && (long) xs.length * ys.length <= MOST_CELLS;
        if (!table) {
            return null;
        }
        Grid grid = new Grid(xs, ys, group);
        return grid.areas.size() > 1 ? grid : null;
    }

    private static final class Extent {
        private double from = Double.POSITIVE_INFINITY;
        private double to = Double.NEGATIVE_INFINITY;

        void take(Ruling line) {
            from = Math.min(from, line.from());
            to = Math.max(to, line.to());
        }

        List<Double> ends() {
            return from < to ? List.of(from, to) : List.of();
        }
    }

    private void divide() {
        for (int[] row : covering) {
            Arrays.fill(row, -1);
        }
        for (int row = 0; row < covering.length; row++) {
            for (int column = 0; column < covering[row].length; column++) {
                if (covering[row][column] < 0) {
                    cover(areaFrom(row, column));
                }
            }
        }
    }

    private Area areaFrom(int row, int column) {
        int right = column;
        while (right + 1 < xs.length - 1 && covering[row][right + 1] < 0 && !wallRightOf(row, right)) {
            right++;
        }
        int below = row;
        while (below + 1 < ys.length - 1 && isOpenBelow(below, column, right)) {
            below++;
        }
        return new Area(row, column, below - row + 1, right - column + 1);
    }

    private boolean isOpenBelow(int row, int from, int to) {
        for (int column = from; column <= to; column++) {
            boolean parted = column < to && wallRightOf(row + 1, column);
            if (parted || covering[row + 1][column] >= 0 || wallBelow(row, column)) {
                return false;
            }
        }
        return true;
    }

    private void cover(Area area) {
        for (int row = area.row(); row < area.row() + area.rows(); row++) {
            for (int column = area.column(); column < area.column() + area.columns(); column++) {
                covering[row][column] = areas.size();
            }
        }
        areas.add(area);
    }

    private boolean wallRightOf(int row, int column) {
        return isDrawn(false, xs[column + 1], ys[row], ys[row + 1]);
    }

    private boolean wallBelow(int row, int column) {
        return isDrawn(true, ys[row + 1], xs[column], xs[column + 1]);
    }

    private boolean isDrawn(boolean horizontal, double at, double from, double to) {
        double quarter = (to - from) / 4;
        for (Ruling line : lines) {
            if (line.horizontal() == horizontal
                    && line.at() >= at - 0.1
                    && line.at() <= at + SAME_EDGE + 0.1
                    && line.from() <= from + quarter
                    && line.to() >= to - quarter) {
                return true;
            }
        }
        return false;
    }

    List<Area> areas() {
        return areas;
    }

    /** Which cell a point lies in; -1 for a point outside. */
    int areaAt(double x, double y) {
        int column = stripe(xs, x);
        int row = stripe(ys, y);
        return column < 0 || row < 0 ? -1 : covering[row][column];
    }

    private static int stripe(double[] edges, double at) {
        int found = Arrays.binarySearch(edges, at);
        int stripe = found >= 0 ? found : -found - 2;
        return stripe >= edges.length - 1 ? -1 : stripe;
    }

    double[] xs() {
        return xs;
    }

    int rows() {
        return ys.length - 1;
    }

    double left(Area area) {
        return xs[area.column()];
    }

    double right(Area area) {
        return xs[area.column() + area.columns()];
    }

    double top() {
        return ys[0];
    }

    double top(int row) {
        return ys[row];
    }

    double bottom(Area area) {
        return ys[area.row() + area.rows()];
    }

    double bottom() {
        return ys[ys.length - 1];
    }

    private double size() {
        return (xs[xs.length - 1] - xs[0]) * (bottom() - top());
    }
}
