package io.casewire.extraction.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Ruling lines put together: pieces of one line become that line, and lines that meet become a drawing. */
final class Rulings {
    /** Two lines nearer than this are one, or the two strokes of a double one; points. */
    static final double NEAR = 3;

    /** More of them draw a picture, not a table. */
    static final int MOST = 4_000;

    private static final double SAME_LINE = 1.5;

    private Rulings() {}

    /** Lines without gaps. */
    static List<Ruling> joined(List<Ruling> pieces) {
        List<Ruling> joined = new ArrayList<>();
        for (boolean horizontal : new boolean[] {true, false}) {
            List<Ruling> some = new ArrayList<>();
            for (Ruling piece : pieces) {
                if (piece.horizontal() == horizontal) {
                    some.add(piece);
                }
            }
            some.sort(Comparator.comparingDouble(Ruling::at));
            int from = 0;
            for (int i = 1; i <= some.size(); i++) {
                if (i == some.size() || some.get(i).at() - some.get(from).at() > SAME_LINE) {
                    joinLevel(some.subList(from, i), joined);
                    from = i;
                }
            }
        }
        return joined;
    }

    private static void joinLevel(List<Ruling> level, List<Ruling> joined) {
        List<Ruling> sorted = new ArrayList<>(level);
        sorted.sort(Comparator.comparingDouble(Ruling::from));
        Ruling open = sorted.getFirst();
        for (Ruling next : sorted.subList(1, sorted.size())) {
            if (next.from() <= open.to() + NEAR) {
                open = new Ruling(open.horizontal(), open.at(), open.from(), Math.max(open.to(), next.to()));
            } else {
                joined.add(open);
                open = next;
            }
        }
        joined.add(open);
    }

    /** Those that meet, each group in the order it begins in; lines that meet no other are left out. */
    static List<List<Ruling>> meeting(List<Ruling> lines) {
        int[] group = new int[lines.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
        }
        for (int h = 0; h < group.length; h++) {
            for (int v = 0; lines.get(h).horizontal() && v < group.length; v++) {
                if (!lines.get(v).horizontal() && meet(lines.get(h), lines.get(v))) {
                    group[root(group, v)] = root(group, h);
                }
            }
        }
        List<List<Ruling>> groups = new ArrayList<>();
        for (int root = 0; root < group.length; root++) {
            List<Ruling> members = new ArrayList<>();
            for (int i = 0; group[root] == root && i < group.length; i++) {
                if (root(group, i) == root) {
                    members.add(lines.get(i));
                }
            }
            if (members.size() > 1) {
                groups.add(members);
            }
        }
        return groups;
    }

    /** Whether a level line meets any other, as those of tables do. */
    static boolean areCrossing(Ruling level, List<Ruling> lines) {
        for (Ruling line : lines) {
            if (!line.horizontal() && meet(level, line)) {
                return true;
            }
        }
        return false;
    }

    private static int root(int[] group, int of) {
        int root = of;
        while (group[root] != root) {
            group[root] = group[group[root]];
            root = group[root];
        }
        return root;
    }

    private static boolean meet(Ruling h, Ruling v) {
        return v.at() >= h.from() - NEAR
                && v.at() <= h.to() + NEAR
                && h.at() >= v.from() - NEAR
                && h.at() <= v.to() + NEAR;
    }
}
