package io.casewire.extraction.ofd;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** Lists of numbers as OFD writes them. */
final class Figures {
    private static final int MOST = 1_000_000;

    private Figures() {}

    /** Numbers parted by blanks; what is none is left out. */
    static double[] read(String list) {
        StringTokenizer words = new StringTokenizer(list);
        List<Double> numbers = new ArrayList<>(words.countTokens());
        while (words.hasMoreTokens()) {
            double number = number(words.nextToken());
            if (Double.isFinite(number)) {
                numbers.add(number);
            }
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Steps from one character to the next, where {@code g 3 2.5} stands for {@code 2.5 2.5 2.5}. */
    static double[] steps(String list) {
        StringTokenizer words = new StringTokenizer(list);
        List<Double> steps = new ArrayList<>();
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            int times = 1;
            if (word.equals("g") && words.countTokens() >= 2) {
                double count = number(words.nextToken());
                times = Double.isFinite(count) ? (int) Math.clamp(count, 0, MOST) : 0;
                word = words.nextToken();
            }
            double step = number(word);
            for (int i = 0; i < times && steps.size() < MOST && Double.isFinite(step); i++) {
                steps.add(step);
            }
        }
        return steps.stream().mapToDouble(Double::doubleValue).toArray();
    }

    static double number(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
