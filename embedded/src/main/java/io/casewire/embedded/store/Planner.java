package io.casewire.embedded.store;

import de.bwaldvogel.mongo.backend.Constants;
import io.casewire.embedded.store.Intervals.Interval;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among the indexes of a collection. The store tells how many entries a way leads to without reading them, so the
 * shortest is taken; one that gives the order asked for counts as far as it is likely to be followed.
 */
final class Planner {
    /** More spans than this for one field after another and only the first fields are used. */
    private static final int MAX_SPANS = 4096;

    private final EntryMap<byte[]> documents;
    private final List<Shape> shapes;

    /**
     * A planner for the indexes as they are now.
     *
     * @param idField null where documents have no id
     */
    Planner(EntryMap<byte[]> documents, @Nullable String idField, Collection<ValueIndex> indexes) {
        this.documents = documents;
        this.shapes = new ArrayList<>();
        shapes.add(new Shape(
                Constants.PRIMARY_KEY_INDEX_NAME,
                documents,
                idField == null ? List.of() : List.of(new Component(idField, true)),
                0,
                false,
                true));
        indexes.forEach(index -> shapes.add(new Shape(
                index.getName(),
                EntryMap.ofIndex(index.entries()),
                index.components(),
                index.traits(),
                index.leavesOutMissing(),
                false)));
    }

    /** An index as planning sees it. */
    private record Shape(
            String name,
            EntryMap<?> map,
            List<Component> components,
            int traits,
            boolean leavesOutMissing,
            boolean isPrimary) {}

    /** @param most how many documents are asked for; 0 for all */
    Access plan(Conditions conditions, Order order, long most) {
        List<Access> ways = new ArrayList<>();
        for (Shape shape : shapes) {
            way(shape, conditions, order).ifPresent(ways::add);
        }
        for (List<Conditions> branches : conditions.alternatives()) {
            alternatives(branches, conditions, order).ifPresent(ways::add);
        }
        long fewest = ways.stream().mapToLong(Access::entries).min().orElse(0);
        return ways.stream()
                .min(Comparator.<Access>comparingDouble(way -> cost(way, fewest, most))
                        .thenComparing(way -> !way.isOrdered()))
                .orElseGet(this::everything);
    }

    /** If so many documents are wanted in order, and those that fit are spread evenly, no more has to be read than this. */
    private static double cost(Access way, long fewest, long most) {
        if (!way.isOrdered() || most == 0) {
            return way.entries();
        }
        double fitting = Math.max(1, way.isExact() ? way.entries() : fewest);
        double entries = (double) way.entries();
        return Math.min(entries, entries * (most / fitting));
    }

    private Access everything() {
        return new Access.OfIndex(
                Constants.PRIMARY_KEY_INDEX_NAME,
                documents,
                List.of(Span.EVERYTHING),
                Direction.FORWARD,
                false,
                false,
                false,
                false,
                documents.count(Span.EVERYTHING));
    }

    private Optional<Access> alternatives(List<Conditions> branches, Conditions common, Order order) {
        List<Access> ways = new ArrayList<>();
        for (Conditions branch : branches) {
            Conditions both = common.and(branch);
            Optional<Access> best = shapes.stream()
                    .flatMap(shape -> way(shape, both, order).stream())
                    .min(Comparator.comparingLong(Access::entries));
            if (best.isEmpty()) {
                return Optional.empty();
            }
            ways.add(best.get());
        }
        long entries = ways.stream().mapToLong(Access::entries).sum();
        boolean natural = order.fields().getFirst().equals(new Component(Order.NATURAL, true));
        return Optional.of(new Access.OfAlternatives(ways, entries, natural));
    }

    /** Empty where an index is of no use. */
    private Optional<Access> way(Shape shape, Conditions conditions, Order order) {
        Use use = Use.of(shape, conditions);
        if (shape.leavesOutMissing() && !use.excludesMissing) {
            return Optional.empty();
        }
        Optional<Direction> direction = use.direction(order);
        if (use.fields.isEmpty() && direction.isEmpty() && !shape.isPrimary()) {
            return Optional.empty();
        }
        List<Span> spans = use.spans();
        boolean severalEntries = Traits.isAnyMultikey(shape.traits());
        boolean exact = conditions.complete() && !severalEntries && use.fields.containsAll(conditions.fields());
        return Optional.of(new Access.OfIndex(
                shape.name(),
                shape.map(),
                spans,
                direction.orElse(Direction.FORWARD),
                use.prefixes.size() > 1 && direction.isPresent() && !shape.isPrimary(),
                direction.isPresent(),
                exact,
                severalEntries,
                shape.isPrimary() && use.fixed > 0
                        ? spans.size()
                        : spans.stream().mapToLong(shape.map()::count).sum()));
    }

    /** What the conditions make of an index: single values of its first components, then at most one with ranges. */
    private static final class Use {
        private final Shape shape;
        private final Set<String> fields = new HashSet<>();
        private final Set<String> constant = new HashSet<>();
        private List<byte[]> prefixes = List.of(new byte[0]);
        private int fixed;
        private @Nullable Intervals ranges;
        private boolean excludesMissing;

        private Use(Shape shape) {
            this.shape = shape;
        }

        static Use of(Shape shape, Conditions conditions) {
            Use use = new Use(shape);
            boolean arrayUsed = false;
            for (int i = 0; i < shape.components().size(); i++) {
                boolean multikey = Traits.isMultikey(shape.traits(), i);
                Component component = shape.components().get(i);
                Intervals asked = conditions.of(component.field(), multikey).orElse(null);
                // two conditions on arrays may be met by different elements, which lie in different entries
                if (asked == null || (multikey && arrayUsed)) {
                    break;
                }
                arrayUsed |= multikey;
                if (!use.take(component, asked, multikey)) {
                    break;
                }
            }
            return use;
        }

        /** False when nothing more can be used. */
        private boolean take(Component component, Intervals asked, boolean multikey) {
            if ((long) prefixes.size() * asked.count() > MAX_SPANS) {
                return false;
            }
            fields.add(component.field());
            excludesMissing |= asked.excludeNull();
            Intervals stored = component.ascending() ? asked : asked.inverted();
            if (!asked.arePoints()) {
                ranges = stored;
                return false;
            }
            List<byte[]> longer = new ArrayList<>();
            for (byte[] prefix : prefixes) {
                for (Interval point : stored.all()) {
                    longer.add(new OrderedBytes()
                            .append(prefix)
                            .append(value(point))
                            .toArray());
                }
            }
            prefixes = longer;
            fixed++;
            if (asked.count() == 1 && !multikey) {
                constant.add(component.field());
            }
            return true;
        }

        private static byte[] value(Interval point) {
            return point.from().bytes();
        }

        List<Span> spans() {
            List<Span> spans = new ArrayList<>();
            for (byte[] prefix : prefixes) {
                if (ranges == null) {
                    spans.add(Span.beginningWith(prefix));
                } else {
                    ranges.all().forEach(range -> spans.add(Span.between(prefix, range)));
                }
            }
            return spans;
        }

        /** How to walk the index for that order; empty where it is another one. */
        Optional<Direction> direction(Order order) {
            if (!Traits.isOrdered(shape.traits())) {
                return Optional.empty();
            }
            List<Component> rest = rest();
            Boolean forward = null;
            int at = 0;
            for (Component wanted : order.fields()) {
                if (constant.contains(wanted.field())) {
                    continue;
                }
                if (at == rest.size() || !rest.get(at).field().equals(wanted.field())) {
                    return Optional.empty();
                }
                boolean same = rest.get(at).ascending() == wanted.ascending();
                if (forward != null && forward != same) {
                    return Optional.empty();
                }
                forward = same;
                at++;
                if (wanted.field().equals(Order.NATURAL)) {
                    return Optional.of(same ? Direction.FORWARD : Direction.BACKWARD);
                }
            }
            // what the order leaves equal has to come by id
            if (at < rest.size() && !rest.get(at).equals(new Component(Order.NATURAL, true))) {
                return Optional.empty();
            }
            return Optional.of(forward == null || forward ? Direction.FORWARD : Direction.BACKWARD_BY_VALUE);
        }

        /** The order of the entries within each prefix. */
        private List<Component> rest() {
            List<Component> rest = new ArrayList<>();
            for (Component component :
                    shape.components().subList(fixed, shape.components().size())) {
                boolean id = component.field().equals(Constants.ID_FIELD) || shape.isPrimary();
                rest.add(id ? new Component(Order.NATURAL, component.ascending()) : component);
            }
            rest.add(new Component(Order.NATURAL, true));
            return rest;
        }
    }
}
