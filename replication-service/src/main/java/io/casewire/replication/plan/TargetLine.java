package io.casewire.replication.plan;

import io.casewire.contracts.parsed.Bound;
import io.casewire.contracts.parsed.IndicatorRecord;
import io.casewire.contracts.parsed.IndicatorRecord.Target;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a plan itself wants done by when, against what was done. Pure.
 *
 * @param indicator as printed, for example 任务落实率
 * @param column for whom, as printed; null where the table has one column
 */
record TargetLine(String indicator, @Nullable String column, List<Point> points) {
    /** A share of tasks or measures that is carried out, finished or put into practice. */
    private static final Pattern CARRIED_OUT = Pattern.compile("(?:任务|举措|措施|事项).{0,6}(?:落实|完成|实施|办结|推进)率");

    private static final String PERCENT = "%";
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    TargetLine {
        points = List.copyOf(points);
    }

    /**
     * What has to be reached by the end of a year.
     *
     * @param text as printed
     * @param wanted percent
     * @param actual percent that was done by then, one decimal; by today where the year has not ended; null before it began
     * @param done parts of tasks that were done
     * @param of parts that can be done
     * @param met whether what is wanted is reached; null as {@code actual}
     */
    record Point(
            int year,
            String text,
            BigDecimal wanted,
            @Nullable Bound bound,
            @Nullable BigDecimal actual,
            long done,
            long of,
            @Nullable Boolean met) {}

    /** The lines that a plan's indicators draw for its tasks; empty where it prints none. */
    static List<TargetLine> of(List<IndicatorRecord> indicators, List<Part> parts, LocalDate day) {
        List<TargetLine> lines = new ArrayList<>();
        for (IndicatorRecord indicator : indicators) {
            if (PERCENT.equals(indicator.unit())
                    && CARRIED_OUT.matcher(indicator.name()).find()) {
                Map<String, List<Target>> columns = new LinkedHashMap<>();
                indicator.targets().stream()
                        .filter(target -> target.year() != null && target.value() != null)
                        .forEach(target -> columns.computeIfAbsent(
                                        Objects.requireNonNullElse(target.column(), ""), _ -> new ArrayList<>())
                                .add(target));
                columns.forEach((column, targets) -> lines.add(new TargetLine(
                        indicator.name(),
                        column.isEmpty() ? null : column,
                        targets.stream()
                                .map(target -> point(target, parts, day))
                                .sorted(Comparator.comparing(Point::year))
                                .toList())));
            }
        }
        return lines;
    }

    private static Point point(Target target, List<Part> parts, LocalDate day) {
        int year = Objects.requireNonNull(target.year(), "only those with a year are asked");
        BigDecimal wanted = Objects.requireNonNull(target.value(), "only those with a value are asked");
        LocalDate end = LocalDate.of(year, Month.DECEMBER, 31);
        LocalDate until = end.isBefore(day) ? end : day;
        List<Part> countable = parts.stream().filter(Part::countable).toList();
        long done = countable.stream().filter(part -> part.finished(until)).count();
        BigDecimal actual = countable.isEmpty() || day.getYear() < year
                ? null
                : HUNDRED.multiply(BigDecimal.valueOf(done))
                        .divide(BigDecimal.valueOf(countable.size()), 1, RoundingMode.DOWN);
        return new Point(
                year,
                target.text(),
                wanted,
                target.bound(),
                actual,
                done,
                countable.size(),
                actual == null ? null : actual.compareTo(wanted) >= 0);
    }
}
