package io.casewire.parsing.field.metric;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives each number of a list its own name: 进口、出口和投资分别增长12%、8%和5%. */
final class Respectively {
    private final String text;
    private final List<Amount> amounts;
    private final FigureNames told;
    /** What the amounts up to {@code last} belong to, one each. */
    private List<Phrase> names = List.of();

    private int last = -1;

    Respectively(String text, List<Amount> amounts, FigureNames told) {
        this.text = text;
        this.amounts = amounts;
        this.told = told;
    }

    /**
     * The name of that amount; null where it is on no such list. To be asked in order.
     *
     * @param free where the words of the amount begin
     */
    @Nullable
    Phrase nameOf(int index, int free) {
        if (index > last) {
            begin(index, free);
        }
        return index <= last ? names.get(names.size() - 1 - (last - index)) : null;
    }

    private void begin(int index, int free) {
        int end = Series.end(text, amounts, index);
        if (end == index) {
            return;
        }
        int count = end - index + 1;
        int start = amounts.get(index).start();
        int marker = text.substring(free, start).lastIndexOf("分别");
        List<Phrase> each = List.of();
        if (isBareChange(free, start)) {
            each = told.last(count);
        } else if (marker >= 0) {
            Phrase subject = Phrase.before(text, free, free + marker);
            each = subject == null ? List.of() : Series.names(text, subject, count);
        }
        if (!each.isEmpty()) {
            names = each;
            last = end;
        }
    }

    /** 同比分别增长41.2%和38.7%: nothing names the numbers but the figures before them. */
    private boolean isBareChange(int free, int start) {
        ChangeVerbs.Found verb = ChangeVerbs.lastIn(text, free, start);
        return verb != null
                && Phrase.before(text, free, verb.start()) == null
                && Phrase.before(text, verb.end(), start) == null;
    }
}
