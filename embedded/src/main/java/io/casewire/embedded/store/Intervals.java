package io.casewire.embedded.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a field's value has to lie, as far as a filter tells: intervals in ascending order that do not touch. */
record Intervals(List<Interval> all) {
    Intervals {
        all = List.copyOf(all);
    }

    /**
     * Values from one end to the other.
     *
     * @param point whether it holds one value only
     */
    record Interval(Bound from, Bound to, boolean point) {
        static Interval at(@Nullable Object value) {
            byte[] bytes = OrderedBytes.of(value);
            return new Interval(Bound.beforeAll(bytes), Bound.afterAll(bytes), true);
        }

        static Interval range(Bound from, Bound to) {
            return new Interval(from, to, false);
        }

        boolean contains(Bound bound) {
            return from.compareTo(bound) <= 0 && bound.compareTo(to) < 0;
        }

        Interval inverted() {
            return new Interval(to.inverted(), from.inverted(), point);
        }
    }

    static Intervals of(Interval interval) {
        return new Intervals(List.of(interval));
    }

    /** Any of these, in any order. */
    static Intervals union(List<Interval> intervals) {
        List<Interval> sorted = new ArrayList<>(intervals);
        sorted.sort(Comparator.comparing(Interval::from).thenComparing(Interval::to));
        List<Interval> merged = new ArrayList<>();
        for (Interval next : sorted) {
            if (merged.isEmpty() || merged.getLast().to().compareTo(next.from()) < 0) {
                merged.add(next);
            } else if (merged.getLast().to().compareTo(next.to()) < 0) {
                merged.add(Interval.range(merged.removeLast().from(), next.to()));
            } else if (!merged.getLast().point() || !next.point()) {
                Interval last = merged.removeLast();
                merged.add(Interval.range(last.from(), last.to()));
            }
        }
        return new Intervals(merged);
    }

    /** What lies in both. */
    Intervals and(Intervals other) {
        List<Interval> common = new ArrayList<>();
        for (Interval one : all) {
            for (Interval two : other.all) {
                Bound from = one.from().compareTo(two.from()) >= 0 ? one.from() : two.from();
                Bound to = one.to().compareTo(two.to()) <= 0 ? one.to() : two.to();
                if (from.compareTo(to) < 0) {
                    common.add(new Interval(from, to, one.point() || two.point()));
                }
            }
        }
        return union(common);
    }

    boolean arePoints() {
        return all.stream().allMatch(Interval::point);
    }

    /** Whether null and missing values are left out. */
    boolean excludeNull() {
        Bound missing = Bound.beforeAll(OrderedBytes.Tag.NULL.code());
        return all.stream().noneMatch(interval -> interval.contains(missing));
    }

    /** In the order of an index that has larger values first. */
    Intervals inverted() {
        return new Intervals(all.reversed().stream().map(Interval::inverted).toList());
    }

    int count() {
        return all.size();
    }
}
