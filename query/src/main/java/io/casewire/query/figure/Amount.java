package io.casewire.query.figure;

import io.casewire.text.ComparableKey;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number in a unit it can be compared in. Days, hours and minutes are one kind of time, working days another: a working day is
 * no count of hours that a document says. 万 and 亿 are counted out; currencies stay apart.
 *
 * @param value in {@code unit}
 * @param unit {@code 分钟} for time, {@code 工作日}, {@code 元} for money, else the unit as printed without 万 and 亿; empty for a bare
 *     number
 */
public record Amount(double value, String unit) {
    static final String MINUTE = "分钟";
    static final String WORKING_DAY = "工作日";

    private static final double HOUR = 60;
    private static final double DAY = 24 * HOUR;
    private static final double WEEK = 7 * DAY;
    /** As far as a month is a number of days. */
    private static final double MONTH = 30 * DAY;

    private static final double YEAR = 365 * DAY;
    private static final double TEN_THOUSAND = 1e4;
    private static final double HUNDRED_MILLION = 1e8;

    private static final Map<String, Double> MINUTES = Map.ofEntries(
            Map.entry("秒", 1 / HOUR),
            Map.entry("秒钟", 1 / HOUR),
            Map.entry(MINUTE, 1.0),
            Map.entry("分", 1.0),
            Map.entry("小时", HOUR),
            Map.entry("个小时", HOUR),
            Map.entry("时", HOUR),
            Map.entry("天", DAY),
            Map.entry("日", DAY),
            Map.entry("自然日", DAY),
            Map.entry("周", WEEK),
            Map.entry("星期", WEEK),
            Map.entry("月", MONTH),
            Map.entry("个月", MONTH),
            Map.entry("年", YEAR));

    private static final List<String> WORKING_DAYS = List.of(WORKING_DAY, "个工作日");
    private static final List<String> COUNTERS = List.of("个", "人民币");

    /** The amount of a printed number and unit; empty where there is no number. */
    public static Optional<Amount> of(@Nullable BigDecimal value, @Nullable String printed) {
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(of(value.doubleValue(), printed == null ? "" : printed));
    }

    /** The amount of a number and what is printed behind it. */
    public static Amount of(double value, String printed) {
        String unit = ComparableKey.of(printed);
        double number = value;
        while (unit.length() > 1 || unit.equals("万") || unit.equals("亿")) {
            if (unit.startsWith("万")) {
                number *= TEN_THOUSAND;
            } else if (unit.startsWith("亿")) {
                number *= HUNDRED_MILLION;
            } else {
                break;
            }
            unit = unit.substring(1);
        }
        Double minutes = MINUTES.get(unit);
        if (minutes != null) {
            return new Amount(number * minutes, MINUTE);
        }
        if (WORKING_DAYS.contains(unit)) {
            return new Amount(number, WORKING_DAY);
        }
        for (String counter : COUNTERS) {
            if (unit.startsWith(counter) && unit.length() > counter.length()) {
                unit = unit.substring(counter.length());
            }
        }
        return new Amount(number, unit);
    }

    /** Whether both are of one kind, so that they can be compared. */
    boolean isComparableTo(Amount other) {
        return unit.equals(other.unit);
    }

    /** Whether it measures time, in whichever kind of days. */
    boolean isTime() {
        return unit.equals(MINUTE) || unit.equals(WORKING_DAY);
    }
}
