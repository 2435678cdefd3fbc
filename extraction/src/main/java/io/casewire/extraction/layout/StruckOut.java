package io.casewire.extraction.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Tells words that a line runs through from those above one: what is struck out is not said any more. */
final class StruckOut {
    /** Where such a line runs, in em above the baseline; below it is an underline. */
    private static final double LOWEST = 0.18;

    private static final double HIGHEST = 0.55;

    /** How far beside the words it may begin and end, in em. */
    private static final double BESIDE = 0.6;

    private StruckOut() {}

    /** The characters of the page that are struck out, by identity. */
    static Set<Glyph> of(PrintedPage page) {
        Set<Glyph> struck = Collections.newSetFromMap(new IdentityHashMap<>());
        if (page.rulings().size() > Rulings.MOST || page.glyphs().isEmpty()) {
            return struck;
        }
        List<Glyph> down = new ArrayList<>(page.glyphs());
        down.sort(Comparator.comparingDouble(Glyph::baseline));
        double largest = down.stream().mapToDouble(Glyph::size).max().orElse(0);
        for (Ruling line : page.rulings()) {
            if (line.horizontal()) {
                List<Glyph> through = through(line, down, largest);
                if (endsWithThem(line, through) && !Rulings.areCrossing(line, page.rulings())) {
                    struck.addAll(through);
                }
            }
        }
        return struck;
    }

    /** The characters whose middle the line runs through, from top to bottom. */
    private static List<Glyph> through(Ruling line, List<Glyph> down, double largest) {
        List<Glyph> through = new ArrayList<>();
        for (int i = firstBelow(down, line.at()); i < down.size(); i++) {
            Glyph glyph = down.get(i);
            double above = glyph.baseline() - line.at();
            if (above > HIGHEST * largest) {
                break;
            }
            boolean middle = above >= LOWEST * glyph.size() && above <= HIGHEST * glyph.size();
            if (middle && glyph.centre() >= line.from() && glyph.centre() <= line.to()) {
                through.add(glyph);
            }
        }
        return through;
    }

    private static int firstBelow(List<Glyph> down, double y) {
        int low = 0;
        int high = down.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (down.get(middle).baseline() < y) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** A line that goes on beside the words parts something, or is printed over by chance. */
    private static boolean endsWithThem(Ruling line, List<Glyph> through) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double size = 0;
        boolean words = false;
        for (Glyph glyph : through) {
            left = Math.min(left, glyph.left());
            right = Math.max(right, glyph.right());
            size = Math.max(size, glyph.size());
            words |= !glyph.isBlank();
        }
        return words && Math.abs(line.from() - left) <= BESIDE * size && Math.abs(line.to() - right) <= BESIDE * size;
    }
}
