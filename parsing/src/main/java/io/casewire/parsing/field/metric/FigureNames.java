package io.casewire.parsing.field.metric;

import io.casewire.contracts.parsed.MetricKind;
import io.casewire.text.Lexicon;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the figures of a sentence measured so far: 外资20.4亿美元，同比增长35.6% names the second by the first. */
final class FigureNames {
    private static final Lexicon COMPARED = Lexicon.of("同比", "环比", "比", "较", "相比", "分别");
    private static final int MAX_GAP = 30;
    private static final int MAX_JOINT = 3;

    private final String text;
    private final List<@Nullable Phrase> names = new ArrayList<>();
    private @Nullable Amount last;

    FigureNames(String text) {
        this.text = text;
    }

    void add(@Nullable Phrase name, Amount amount) {
        names.add(name);
        last = amount;
    }

    /** The names of the last figures, in order; empty where there are fewer or one of them has none. */
    List<Phrase> last(int count) {
        List<Phrase> found = new ArrayList<>();
        for (int i = Math.max(0, names.size() - count); i < names.size(); i++) {
            Phrase name = names.get(i);
            if (name != null) {
                found.add(name);
            }
        }
        return found.size() == count ? found : List.of();
    }

    /** The same reading about what the figure before it measured, where it says how that changed or goes on a list with it. */
    Reading naming(Reading reading, Amount amount) {
        Amount before = last;
        Phrase name = names.isEmpty() ? null : names.getLast();
        if (before == null || name == null || amount.start() - before.end() > MAX_GAP) {
            return reading;
        }
        return goesOn(reading, amount, before) ? reading.about(name) : reading;
    }

    private boolean goesOn(Reading reading, Amount amount, Amount before) {
        String between = text.substring(Math.min(before.end(), amount.start()), amount.start());
        if (between.length() <= MAX_JOINT && between.chars().allMatch(c -> "、和及与以 ".indexOf(c) >= 0)) {
            return before.isPercent() == amount.isPercent();
        }
        // 比全国高5.2个百分点: a distance is no change, but of the same figure
        boolean change = reading.direction() != null || amount.isPoints();
        boolean alike = reading.kind() == MetricKind.RELATIVE_CHANGE
                || amount.isPoints()
                || (before.isPoints() && amount.isPercent())
                || amount.unit().equals(before.unit())
                || COMPARED.isIn(between);
        return change && alike;
    }
}
