package io.casewire.parsing.field.deadline;

import io.casewire.contracts.parsed.Deadline;
import io.casewire.parsing.field.calendar.PrintedDate;
import io.casewire.parsing.field.calendar.PrintedDates;
import io.casewire.parsing.table.Cells;
import io.casewire.text.CharacterSet;
import io.casewire.text.Endings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads time limits: the value of a label (落实时间, 完成时限), or those that running text states. */
public final class DeadlineReader {
    private static final List<String> ONGOING =
            List.of("持续推进", "长期坚持", "长期实施", "长期推进", "持续实施", "持续开展", "常态化推进", "常态化开展", "全年推进", "全年", "长期", "持续", "常态化");
    /** Work that comes again has no last day. */
    private static final List<String> RECURRING =
            List.of("每年", "每季度", "每半年", "每月", "每周", "每两年", "逐年", "定期", "按年度", "按季度");

    private static final List<String> BEFORE = List.of("之前", "以前", "前");
    /** 2026年内 ends with the year. */
    private static final List<String> BEFORE_OR_IN = List.of("之前", "以前", "前", "内");

    private static final List<String> BY = List.of("力争到", "截至", "到", "至", "于", "在");

    private static final List<String> LABELS = List.of(
            "落实时间", "落实时限", "完成时限", "完成时间", "完成期限", "办理时限", "时间节点", "时间进度", "时限要求", "进度安排", "时限", "实施时间", "推进时间",
            "时间安排", "完成日期");
    private static final List<String> NEXT_LABELS = List.of("责任单位", "牵头单位", "配合单位", "责任部门", "责任人", "联系人");
    private static final List<String> TIME_BEGINS = List.of("每年", "每季度", "每半年", "每月", "力争到", "力争", "到", "于", "在", "自");
    /** What a piece that says when begins with, unless it begins with a date. */
    private static final CharacterSet BEGINNINGS = CharacterSet.ofFirst(ONGOING, TIME_BEGINS);

    /** What holds until a day is not due on it: 有效期至, 延长至, 执行到. */
    private static final Endings HOLDING =
            Endings.of("有效期", "有效", "执行", "执行期", "期限", "延长", "延续", "顺延", "施行", "保留", "试行", "期间", "实施期", "政策期");

    private static final CharacterSet SPAN_LINKS = CharacterSet.of("起始开 ");

    private static final List<String> DONE = List.of("完成", "落实", "启动", "到位", "见效", "建成", "出台", "印发");
    private static final List<String> TO_DO = List.of("完成", "建成", "出台", "印发", "公布", "上线", "启动", "投用", "落地", "实现", "形成");
    private static final String PIECE_ENDS = "，,；;。（）()\n";
    private static final int ANY_YEAR = 2000;
    private static final int MAX_LABEL_LENGTH = 8;
    private static final String VALUE_ENDS = "）)；;\n】";

    private DeadlineReader() {}

    /**
     * The time limit that a label's value or a table cell states. Of several dates the last counts: work from June to December
     * has to be done by December.
     *
     * @return null for a blank value and one that says none (无, —); a value without a readable date is kept as text with a null date
     */
    public static @Nullable Deadline read(String value, Timeframe timeframe) {
        String text = value.strip();
        if (Cells.isNone(text)) {
            return null;
        }
        boolean recurring = contains(text, RECURRING);
        // 每年12月底前 is no day of the plan's year; 2025年底前，之后每年… still is one
        List<PrintedDate> dates = PrintedDates.in(text, recurring ? null : timeframe.yearOf(text));
        SpanFromIssue span = dates.isEmpty() ? SpanFromIssue.in(text, timeframe.issuedOn()) : null;
        LocalDate last = !dates.isEmpty()
                ? lastDayOf(dates.getLast(), text)
                : span == null ? FiveYearPlans.lastDayIn(text) : span.date();
        return new Deadline(text, last, recurring || contains(text, ONGOING));
    }

    private static boolean contains(String text, List<String> words) {
        return words.stream().anyMatch(text::contains);
    }

    /**
     * The time limit that a passage labels as one ({@code 落实时间：2023年8月底前}), wherever in the passage it stands.
     *
     * @return null where the passage has no such label
     */
    public static @Nullable Deadline labelled(String passage, Timeframe timeframe) {
        for (int colon = 0; colon < passage.length(); colon++) {
            if (passage.charAt(colon) != '：' && passage.charAt(colon) != ':') {
                continue;
            }
            String before = passage.substring(Math.max(0, colon - MAX_LABEL_LENGTH), colon)
                    .strip();
            if (LABELS.stream().anyMatch(before::endsWith)) {
                int end = colon + 1;
                while (end < passage.length() && VALUE_ENDS.indexOf(passage.charAt(end)) < 0) {
                    end++;
                }
                Deadline deadline = read(withoutNextLabel(passage.substring(colon + 1, end)), timeframe);
                if (deadline != null) {
                    return deadline;
                }
            }
        }
        return null;
    }

    /**
     * The time limit that a passage about responsibility states, labelled or in a piece of its own
     * ({@code 省商务厅牵头，12月底前完成}).
     *
     * @return null where it states none
     */
    public static @Nullable Deadline stated(String passage, Timeframe timeframe) {
        Deadline labelled = labelled(passage, timeframe);
        if (labelled != null) {
            return labelled;
        }
        for (String piece : pieces(passage)) {
            if (isTime(piece)) {
                return read(piece, timeframe);
            }
        }
        return null;
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || PIECE_ENDS.indexOf(text.charAt(i)) >= 0) {
                pieces.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        return pieces;
    }

    /** Whether a piece between commas says when rather than who: 6月底前完成, 每年12月底前, 长期坚持. */
    public static boolean isTime(String piece) {
        String text = piece.strip();
        if (text.isEmpty() || !(BEGINNINGS.contains(text.charAt(0)) || PrintedDates.mayBegin(text.charAt(0)))) {
            return false;
        }
        String start = startingAt(text, 0, TIME_BEGINS);
        String rest = text.substring(start.length());
        if (ONGOING.contains(text) || (contains(start, RECURRING) && !rest.isEmpty())) {
            return true;
        }
        if (!PrintedDates.beginsAt(rest, 0, ANY_YEAR)) {
            return false;
        }
        List<PrintedDate> dates = PrintedDates.in(rest, ANY_YEAR);
        String after = rest.substring(dates.getLast().end());
        return after.isEmpty()
                || contains(after, DONE)
                || !startingAt(after, 0, BEFORE).isEmpty();
    }

    /** A value runs into the label behind it where the blank between them was lost. */
    private static String withoutNextLabel(String value) {
        int colon = value.indexOf('：');
        String own = colon < 0 ? value : value.substring(0, colon);
        for (String next : NEXT_LABELS) {
            if (colon >= 0 && own.endsWith(next)) {
                return own.substring(0, own.length() - next.length());
            }
        }
        return value;
    }

    /**
     * The time limits that a sentence states: a date with 前 behind it ({@code 2021年6月底前}) or with 到 before it
     * ({@code 到2025年}). Dates of things past or of documents are none, nor is the end of the time that a rule holds
     * ({@code 2024年1月1日至12月31日}, {@code 有效期至2025年底}).
     */
    public static List<Deadline> in(String sentence, Timeframe timeframe) {
        List<Deadline> deadlines = new ArrayList<>();
        int lastEnd = -1;
        for (PrintedDate date : PrintedDates.in(sentence, timeframe.yearOf(sentence))) {
            String before = prefixEndingAt(sentence, date.start(), BY);
            String after = startingAt(sentence, date.end(), date.month() == null ? BEFORE_OR_IN : BEFORE);
            boolean until = before.endsWith("到") || before.equals("至");
            boolean holds = until && endsTimeHeld(sentence, lastEnd, date.start() - before.length());
            lastEnd = date.end();
            if (holds) {
                continue;
            }
            boolean stated = !after.isEmpty() || until || isToCome(sentence, date, timeframe);
            if (!stated || (!namesYear(sentence, date) && comesAgain(sentence, date.start()))) {
                continue;
            }
            int end = date.end() + after.length();
            String printed = sentence.substring(until ? date.start() - before.length() : date.start(), end);
            deadlines.add(new Deadline(printed, lastDayOf(date, sentence), false));
        }
        for (String piece : pieces(sentence)) {
            if (ONGOING.contains(piece)) {
                deadlines.add(new Deadline(piece, null, true));
            }
        }
        SpanFromIssue span = SpanFromIssue.in(sentence, timeframe.issuedOn());
        if (span != null) {
            deadlines.add(new Deadline(sentence.substring(span.start(), span.end()), span.date(), false));
        }
        return List.copyOf(deadlines);
    }

    /** 2026年上半年出台清单: when something is to be done that is still to come when the document is issued. */
    private static boolean isToCome(String sentence, PrintedDate date, Timeframe timeframe) {
        LocalDate issuedOn = timeframe.issuedOn();
        return issuedOn != null
                && date.lastDay().isAfter(issuedOn)
                && !startingAt(sentence, date.end(), TO_DO).isEmpty();
    }

    /** Whether what ends at the date behind {@code link} is a time from an earlier date on, or one that something holds. */
    private static boolean endsTimeHeld(String sentence, int lastEnd, int link) {
        int at = link;
        while (at > 0 && SPAN_LINKS.contains(sentence.charAt(at - 1))) {
            at--;
        }
        return (lastEnd > 0 && (lastEnd == link || lastEnd == at)) || HOLDING.areAtEnd(sentence, 0, link);
    }

    private static boolean namesYear(String sentence, PrintedDate date) {
        return PrintedDates.at(sentence, date.start()) != null;
    }

    private static boolean comesAgain(String sentence, int start) {
        return contains(sentence.substring(Math.max(0, start - 3), start), RECURRING);
    }

    /** 8月前 ends before August does; 8月底前 and 8月31日前 still hold on that day. */
    private static LocalDate lastDayOf(PrintedDate date, String text) {
        boolean before = !startingAt(text, date.end(), BEFORE).isEmpty();
        char lastChar = text.charAt(date.end() - 1);
        if (before && lastChar == '月' && date.day() == null) {
            return date.lastDay().withDayOfMonth(1).minusDays(1);
        }
        if (before && date.month() == null) {
            return LocalDate.of(date.year(), 1, 1).minusDays(1);
        }
        return date.lastDay();
    }

    private static String startingAt(String text, int index, List<String> words) {
        for (String word : words) {
            if (text.startsWith(word, index)) {
                return word;
            }
        }
        return "";
    }

    private static String prefixEndingAt(String text, int index, List<String> words) {
        for (String word : words) {
            if (text.startsWith(word, index - word.length())) {
                return word;
            }
        }
        return "";
    }
}
