package io.casewire.benchmarks.faults;

import io.casewire.benchmarks.program.Footprint;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Whether processes hold on to more and more. The first third of what was seen is their beginning and not judged; of the rest the slope
 * by least squares is, over the time it lasted. What is stored has to grow, but by no more for each document.
 */
final class Flatness {
    private static final int BEGINNING = 3;
    /** So many times the bytes a document of the first half may be those of the second. */
    private static final double DISK = 1.5;

    private final Map<String, Map<Kind, Trend>> processes = new LinkedHashMap<>();
    private final Trend disk = new Trend();

    /** What is looked at of a process, and by how much it may rise: a share of its mean and so much beside. */
    private enum Kind {
        HEAP("MB of heap", 0.10, 5),
        THREADS("threads", 0.05, 3),
        DESCRIPTORS("descriptors", 0.10, 10);

        private final String unit;
        private final double share;
        private final double beside;

        Kind(String unit, double share, double beside) {
            this.unit = unit;
            this.share = share;
            this.beside = beside;
        }

        private double of(Footprint footprint) {
            return switch (this) {
                case HEAP -> footprint.heap();
                case THREADS -> footprint.threads();
                case DESCRIPTORS -> footprint.descriptors();
            };
        }

        private double bound(Trend trend) {
            return trend.mean() * share + beside;
        }
    }

    /** @param hours since the beginning */
    void saw(String process, double hours, Footprint footprint) {
        Map<Kind, Trend> trends = processes.computeIfAbsent(process, _ -> new EnumMap<>(Kind.class));
        for (Kind kind : Kind.values()) {
            trends.computeIfAbsent(kind, _ -> new Trend()).add(hours, kind.of(footprint));
        }
    }

    /**
     * What is stored.
     *
     * @param documents that were acknowledged until then
     */
    void sawDisk(int documents, double megabytes) {
        disk.add(documents, megabytes);
    }

    /** Sentences on what is not flat. */
    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        processes.forEach((process, trends) -> trends.forEach((kind, all) -> {
            Trend trend = all.withoutFirst(BEGINNING);
            if (trend.rise() > kind.bound(trend)) {
                wrong.add(String.format(
                        Locale.ROOT,
                        "%s rose by %.1f %s, %.1f an hour, where %.1f are allowed at a mean of %.1f",
                        process,
                        trend.rise(),
                        kind.unit,
                        trend.slope(),
                        kind.bound(trend),
                        trend.mean()));
            }
        }));
        if (growth() > DISK) {
            wrong.add(String.format(
                    Locale.ROOT,
                    "a document took %.1f times the disk in the second half, where %.1f are allowed",
                    growth(),
                    DISK));
        }
        return wrong;
    }

    /** The steepest slopes, with their processes, and the disk's. */
    Map<String, Double> measured() {
        Map<String, Double> measured = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            processes.entrySet().stream()
                    .map(each -> Map.entry(
                            kind.unit + " an hour at most, " + each.getKey(),
                            Objects.requireNonNull(each.getValue().get(kind))
                                    .withoutFirst(BEGINNING)
                                    .slope()))
                    .max(Map.Entry.comparingByValue())
                    .ifPresent(steepest -> measured.put(steepest.getKey(), steepest.getValue()));
        }
        measured.put("kB on disk a document", judged().slope() * 1024);
        measured.put("of the second half to the first", growth());
        return measured;
    }

    private Trend judged() {
        return disk.withoutFirst(BEGINNING);
    }

    private double growth() {
        double before = judged().firstHalf().slope();
        return before <= 0 ? 0 : judged().secondHalf().slope() / before;
    }
}
