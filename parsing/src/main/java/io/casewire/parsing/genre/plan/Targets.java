package io.casewire.parsing.genre.plan;

import io.casewire.contracts.parsed.Bound;
import io.casewire.contracts.parsed.IndicatorRecord.Target;
import io.casewire.parsing.field.calendar.PrintedDate;
import io.casewire.parsing.field.calendar.PrintedDates;
import io.casewire.parsing.field.numeral.Numeral;
import io.casewire.parsing.field.numeral.Numerals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the cells of an indicator row. */
final class Targets {
    private static final int MAX_UNIT_LENGTH = 6;

    private Targets() {}

    /** The targets of one cell, one for each year it names ({@code 2025年60%以上，2026年90%以上}); none for an empty cell. */
    static List<Target> of(@Nullable String column, String cell) {
        List<Target> targets = new ArrayList<>();
        String text = cell.strip();
        if (text.isEmpty() || text.equals("—") || text.equals("-") || text.equals("/")) {
            return targets;
        }
        int from = 0;
        List<PrintedDate> dates = PrintedDates.in(text);
        for (int i = 1; i < dates.size(); i++) {
            int cut = dates.get(i).start();
            if (hasNumber(text, dates.get(i - 1).end(), cut)) {
                targets.add(target(column, text.substring(from, cut)));
                from = cut;
            }
        }
        targets.add(target(column, text.substring(from)));
        return targets;
    }

    /** Whether a cell holds a unit and nothing else. */
    static boolean isUnit(String cell) {
        return cell.equals("%")
                || cell.equals("％")
                || (cell.length() <= MAX_UNIT_LENGTH
                        && List.of(
                                        "亿元", "万元", "元", "家", "个", "项", "件", "万人", "人", "亿美元", "万美元", "万吨", "吨", "标箱",
                                        "万标箱", "名", "条", "平方公里", "公顷", "亩", "天", "小时", "次", "万平方米", "分", "位", "种")
                                .contains(cell));
    }

    private static boolean hasNumber(String text, int from, int to) {
        return text.substring(from, to).chars().anyMatch(c -> Numerals.isDigit((char) c));
    }

    private static Target target(@Nullable String column, String printed) {
        String text = printed.strip();
        while (!text.isEmpty() && "，、；,;".indexOf(text.charAt(text.length() - 1)) >= 0) {
            text = text.substring(0, text.length() - 1);
        }
        List<PrintedDate> dates = PrintedDates.in(text);
        Integer year = dates.isEmpty() ? null : dates.getFirst().year();
        int at = dates.isEmpty() ? 0 : dates.getFirst().end();
        while (at < text.length() && !Numerals.isDigit(text.charAt(at))) {
            at++;
        }
        Numeral numeral = Numerals.at(text, at);
        BigDecimal value = numeral == null ? null : numeral.mantissa();
        return new Target(column, text, year, value, value == null ? null : bound(text));
    }

    private static Bound bound(String text) {
        if (text.contains("以上")
                || text.contains("不低于")
                || text.contains("不少于")
                || text.contains("至少")
                || text.contains("≥")) {
            return Bound.AT_LEAST;
        }
        if (text.contains("以内") || text.contains("以下") || text.contains("不超过") || text.contains("≤")) {
            return Bound.AT_MOST;
        }
        if (text.contains("超") || text.contains(">") || text.contains("突破")) {
            return Bound.MORE_THAN;
        }
        return text.contains("左右") || text.contains("约") ? Bound.ABOUT : Bound.EXACT;
    }
}
