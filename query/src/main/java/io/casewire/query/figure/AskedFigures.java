package io.casewire.query.figure;

import io.casewire.text.CharacterSet;
import io.casewire.text.Lexicon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The figures in what somebody typed: 压缩50%以上, 缩短到1天, 由15天缩短为2天, 减少一半, 节约500万元. What they ask for ranks cases
 * higher that have such an effect; no case is left out for them.
 *
 * @param conditions the strictest first
 * @param parts where they stand in the text
 */
public record AskedFigures(List<EffectCondition> conditions, List<Part> parts) {
    public AskedFigures {
        conditions = List.copyOf(conditions);
        parts = List.copyOf(parts);
    }

    /** Where a figure stands in the text, its number, unit and bound. */
    public record Part(int start, int end) {}

    private static final String UNIT =
            "(个?工作日|个?小时|分钟|秒|个?月|天|日|周|年|[万亿]?(?:元|美元|欧元|吨|个|家|件|项|单|票|次|人|标箱|亩|平方米)|个?百分点)";
    private static final Pattern PERCENT =
            Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*[%％]\\s*(以上|以内|左右|多)?|(一半|五成|半)\\s*(以上)?");
    private static final Pattern AMOUNT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*" + UNIT + "\\s*(以上|以内|左右)?");
    private static final Lexicon LESS = Lexicon.of("压缩", "压减", "缩短", "缩减", "减少", "降低", "下降", "节约", "节省", "精简", "减");
    private static final Lexicon MORE = Lexicon.of("增长", "增加", "提高", "提升", "上升", "扩大", "翻番", "增");
    private static final Lexicon TO = Lexicon.of("到", "至", "为", "成");
    private static final CharacterSet JOINING = CharacterSet.of("由从到至为成约近超达了");
    private static final String DAY = "天";
    private static final double HALF = 50;
    private static final double NEAR = 5;
    private static final double ALL = 100;

    /** None where the text has no number with a unit or a share. */
    public static AskedFigures in(String text) {
        List<EffectCondition> conditions = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        Matcher percent = PERCENT.matcher(text);
        while (percent.find()) {
            change(percent, text).ifPresent(found -> {
                conditions.addAll(found);
                parts.add(part(percent.start(), percent.end(), text));
            });
        }
        Matcher amount = AMOUNT.matcher(text);
        List<Amounted> amounts = new ArrayList<>();
        while (amount.find()) {
            amounts.add(
                    new Amounted(Double.parseDouble(amount.group(1)), amount.group(2), amount.start(), amount.end()));
            parts.add(part(amount.start(), amount.end(), text));
        }
        conditions.addAll(ofAmounts(amounts, text));
        parts.sort(Comparator.comparingInt(Part::start));
        return new AskedFigures(conditions, parts);
    }

    /** A figure takes the small words with it that join it to the verb: 由15天缩短为2天. */
    private static Part part(int start, int end, String text) {
        int from = start;
        while (from > 0 && JOINING.contains(text.charAt(from - 1))) {
            from--;
        }
        return new Part(from, end);
    }

    /** Whether nothing was asked. */
    public boolean isEmpty() {
        return conditions.isEmpty();
    }

    private record Amounted(double value, String unit, int start, int end) {
        Span span() {
            return new Span(value, value, unit);
        }

        /** Who asks for a day may be content with a working day, and the other way round; it ranks, it never filters. */
        Span inOtherDays() {
            return new Span(value, value, unit.contains(Amount.WORKING_DAY) ? DAY : Amount.WORKING_DAY);
        }
    }

    private static Optional<List<EffectCondition>> change(Matcher found, String text) {
        boolean half = found.group(1) == null;
        boolean less = LESS.isIn(text);
        boolean more = MORE.isIn(text);
        if (half && !less && !more) {
            return Optional.empty();
        }
        double percent = half ? HALF : Double.parseDouble(found.group(1));
        String bound = half ? found.group(4) : found.group(2);
        boolean atLeast = bound != null && !bound.equals("以内") && !bound.equals("左右");
        List<EffectCondition> conditions = new ArrayList<>();
        if (!atLeast) {
            conditions.addAll(changes(percent, percent, less, more));
            conditions.addAll(changes(percent - NEAR, percent + NEAR, less, more));
        }
        List<EffectCondition> enough = changes(percent, more ? Double.POSITIVE_INFINITY : ALL, less, more);
        boolean time = TimeWords.areIn(text);
        // what is printed as a change comes before what was reckoned from two amounts, time asked for before other
        // things
        enough.forEach(condition -> conditions.add(condition.printed(time)));
        if (time) {
            enough.forEach(condition -> conditions.add(condition.ofTime()));
        }
        conditions.addAll(enough);
        return Optional.of(conditions);
    }

    private static List<EffectCondition> changes(double from, double to, boolean less, boolean more) {
        List<EffectCondition> changes = new ArrayList<>();
        if (less || !more) {
            changes.add(EffectCondition.change(-to, -from));
        }
        if (more || !less) {
            changes.add(EffectCondition.change(from, to));
        }
        return changes;
    }

    private static List<EffectCondition> ofAmounts(List<Amounted> amounts, String text) {
        List<EffectCondition> conditions = new ArrayList<>();
        if (amounts.size() == 2) {
            conditions.add(with(amounts.get(0).span(), amounts.get(1).span(), null));
            return conditions;
        }
        for (Amounted amount : amounts) {
            if (isReached(amount, text)) {
                conditions.add(with(null, amount.span(), null));
                conditions.add(with(null, new Span(0, amount.value(), amount.unit()), null));
                conditions.add(with(null, amount.inOtherDays(), null));
            } else {
                conditions.add(with(null, amount.span(), null));
                conditions.add(with(null, null, amount.span()));
                conditions.add(with(amount.span(), null, null));
            }
        }
        return conditions;
    }

    private static boolean isReached(Amounted amount, String text) {
        return amount.start() > 0 && TO.isIn(text, amount.start() - 1, amount.start());
    }

    private static EffectCondition with(@Nullable Span before, @Nullable Span after, @Nullable Span amount) {
        return new EffectCondition(Set.of(), List.of(), false, null, before, after, amount);
    }
}
