package io.casewire.parsing.field.deadline;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The years of the five-year plans, by which 期间 and 期末 are days: the 14th ran from 2021 to 2025. */
final class FiveYearPlans {
    /** The last day of the 10th plan was in this year; each further one ends five years later. */
    private static final int END_OF_TENTH = 2005;

    private static final List<String> NAMES = List.of("十五", "十一五", "十二五", "十三五", "十四五", "十五五", "十六五");
    private static final List<String> PERIODS = List.of("期间", "时期", "期末", "末", "期内", "规划期");

    private FiveYearPlans() {}

    /** Of “十四五”期间 or 十四五末, 31 December 2025; null where the text names no such period. */
    static @Nullable LocalDate lastDayIn(String text) {
        String bare = text.replace("“", "").replace("”", "").replace("规划", "");
        // 十五 is the beginning of 十五五
        for (int i = NAMES.size() - 1; i >= 0; i--) {
            int at = bare.indexOf(NAMES.get(i));
            int end = at + NAMES.get(i).length();
            if (at >= 0 && PERIODS.stream().anyMatch(period -> bare.startsWith(period, end))) {
                return LocalDate.of(END_OF_TENTH + 5 * i, 12, 31);
            }
        }
        return null;
    }
}
