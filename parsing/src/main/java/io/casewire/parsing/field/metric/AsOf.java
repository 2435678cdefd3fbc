package io.casewire.parsing.field.metric;

import io.casewire.parsing.field.calendar.PrintedDate;
import io.casewire.parsing.field.calendar.PrintedDates;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dates of a text that a number can speak of: the one before it in its sentence. */
final class AsOf {
    private static final List<String> BASELINE = List.of("较", "比", "与", "同", "自", "从");

    private final String text;
    /** Null until somebody asks. */
    private @Nullable List<PrintedDate> found;

    AsOf(String text) {
        this.text = text;
    }

    private List<PrintedDate> dates() {
        List<PrintedDate> dates = found;
        if (dates == null) {
            dates = PrintedDates.in(text).stream()
                    .filter(date -> !isBaseline(text, date))
                    .toList();
            found = dates;
        }
        return dates;
    }

    /** 较2022年, 自2020年以来: what is compared with or counted from, not what is spoken of. */
    private static boolean isBaseline(String text, PrintedDate date) {
        String after = text.substring(date.end(), Math.min(text.length(), date.end() + 2));
        boolean since = after.startsWith("以来") || after.startsWith("起");
        return since || BASELINE.stream().anyMatch(word -> text.startsWith(word, date.start() - word.length()));
    }

    /** The date nearest before {@code index} and not before {@code sentenceStart}, in ISO form. */
    @Nullable
    String of(int sentenceStart, int index) {
        List<PrintedDate> dates = dates();
        int low = 0;
        int high = dates.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (dates.get(middle).end() <= index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        PrintedDate last = low == 0 ? null : dates.get(low - 1);
        return last != null && last.start() >= sentenceStart ? last.iso() : null;
    }
}
