package io.casewire.notify.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Criteria in drawers by their attributes: each bundle lies under every value of its most selective attribute, or every pair of values of its
 * two, any of which leads an event there that may satisfy it. While they are few all of them are looked at.
 */
final class Drawers<T> {
    private static final int FEW = 8;
    private static final int MOST_PAIRS = 16;

    private final Map<List<Set<?>>, Bundle<T>> bundles = new HashMap<>(1);
    /** Empty while they are few. */
    private final Map<Object, List<Bundle<T>>> drawers = new HashMap<>(0);
    /** How many drawers are for pairs: looked for only if there are any. */
    private int pairs;

    void add(Filed<T> filed) {
        Keys keys = Keys.of(filed.criteria());
        List<Set<?>> asked = Labels.askedBy(filed.criteria(), keys);
        Bundle<T> bundle = bundles.get(asked);
        if (bundle == null) {
            bundle = new Bundle<>(asked, Conditions.of(filed.criteria(), keys));
            bundles.put(asked, bundle);
            if (!drawers.isEmpty()) {
                lay(bundle);
            } else if (bundles.size() > FEW) {
                bundles.values().forEach(this::lay);
            }
        }
        bundle.criteria().add(filed);
    }

    void remove(Filed<T> filed) {
        Bundle<T> bundle = bundles.get(Labels.askedBy(filed.criteria(), Keys.of(filed.criteria())));
        if (bundle != null
                && bundle.criteria().remove(filed)
                && bundle.criteria().isEmpty()) {
            bundles.remove(bundle.asked());
            take(bundle);
        }
    }

    boolean isEmpty() {
        return bundles.isEmpty();
    }

    /**
     * Shows those whose attributes an event has, each once.
     *
     * @param labels of the event
     */
    void look(EventAttributes event, List<Object> labels, Consumer<Filed<T>> shown) {
        for (Bundle<T> bundle : near(labels)) {
            if (bundle.conditions().hold(event)) {
                bundle.criteria().forEach(shown);
            }
        }
    }

    private Collection<Bundle<T>> near(List<Object> labels) {
        if (drawers.isEmpty()) {
            return bundles.values();
        }
        // under several values of one attribute, it may be met again
        Set<Bundle<T>> near = new HashSet<>();
        find(Anything.INSTANCE, near);
        labels.forEach(label -> find(label, near));
        if (pairs > 0) {
            for (int first = 0; first < labels.size(); first++) {
                for (int second = first + 1; second < labels.size(); second++) {
                    find(new Pair(labels.get(first), labels.get(second)), near);
                }
            }
        }
        return near;
    }

    private void find(Object label, Set<Bundle<T>> found) {
        List<Bundle<T>> drawer = drawers.get(label);
        if (drawer != null) {
            found.addAll(drawer);
        }
    }

    private void lay(Bundle<T> bundle) {
        for (Object label : labels(bundle)) {
            List<Bundle<T>> drawer = drawers.get(label);
            if (drawer == null) {
                drawer = new ArrayList<>(1);
                drawers.put(label, drawer);
                pairs += label instanceof Pair ? 1 : 0;
            }
            drawer.add(bundle);
        }
    }

    private void take(Bundle<T> bundle) {
        for (Object label : labels(bundle)) {
            List<Bundle<T>> drawer = drawers.get(label);
            if (drawer != null && drawer.remove(bundle) && drawer.isEmpty()) {
                drawers.remove(label);
                pairs -= label instanceof Pair ? 1 : 0;
            }
        }
    }

    private static Collection<?> labels(Bundle<?> bundle) {
        List<Set<?>> asked = bundle.asked();
        if (asked.isEmpty()) {
            return List.of(Anything.INSTANCE);
        }
        Set<?> first = asked.getFirst();
        if (asked.size() > 1) {
            Set<?> second = asked.get(1);
            if (first.size() * second.size() <= MOST_PAIRS) {
                return first.stream()
                        .flatMap(one -> second.stream().map(other -> new Pair(one, other)))
                        .toList();
            }
        }
        return first;
    }

    private record Pair(Object first, Object second) {}

    private enum Anything {
        INSTANCE
    }
}
