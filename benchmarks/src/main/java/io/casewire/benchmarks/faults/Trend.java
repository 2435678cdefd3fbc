package io.casewire.benchmarks.faults;

import java.util.ArrayList;
import java.util.List;

/** A figure that is looked at again and again while something goes on. */
final class Trend {
    private final List<Double> places = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();

    /** @param place where it stood then, as hours since the beginning; not lower than the one before */
    void add(double place, double value) {
        places.add(place);
        values.add(value);
    }

    /** What is left without the first of so many parts. */
    Trend withoutFirst(int parts) {
        return part(places.size() / parts, places.size());
    }

    Trend firstHalf() {
        return part(0, places.size() / 2);
    }

    Trend secondHalf() {
        return part(places.size() / 2, places.size());
    }

    /** What it rises by from one place to the next whole one, by least squares; 0 where all places are one. */
    double slope() {
        double place = mean(places);
        double value = mean(values);
        double both = 0;
        double squares = 0;
        for (int i = 0; i < places.size(); i++) {
            double off = places.get(i) - place;
            both += off * (values.get(i) - value);
            squares += off * off;
        }
        return squares == 0 ? 0 : both / squares;
    }

    /** What it rises by from the first place to the last, by that slope. */
    double rise() {
        return places.isEmpty() ? 0 : slope() * (places.getLast() - places.getFirst());
    }

    double mean() {
        return mean(values);
    }

    private Trend part(int from, int to) {
        Trend part = new Trend();
        for (int i = from; i < to; i++) {
            part.add(places.get(i), values.get(i));
        }
        return part;
    }

    private static double mean(List<Double> all) {
        return all.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
