package io.casewire.parsing.field.metric;

import io.casewire.contracts.parsed.Direction;
import io.casewire.text.Lexicon;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The verbs by which a quantity changes, and the markers of its old and new value. */
final class ChangeVerbs {
    private static final List<Word> WORDS = List.of(
            down("缩短"),
            down("缩减"),
            down("压缩"),
            down("压减"),
            down("减少"),
            down("降低"),
            down("下降"),
            down("减轻"),
            down("节约"),
            down("节省"),
            down("精简"),
            down("精减"),
            down("免于"),
            down("省去"),
            down("削减"),
            down("减免"),
            down("回落"),
            down("下调"),
            down("压降"),
            down("调减"),
            down("缩小"),
            down("免除"),
            down("降幅"),
            down("减幅"),
            down("缩幅"),
            down("少跑"),
            down("压至"),
            down("压到"),
            down("减至"),
            down("降至"),
            down("降到"),
            down("降为"),
            down("缩至"),
            down("缩到"),
            down("缩为"),
            down("压为"),
            down("省下"),
            down("节支"),
            down("降本"),
            down("锐减"),
            down("减负"),
            down("减为"),
            down("减到"),
            down("减"),
            down("免交"),
            down("免缴"),
            down("免收"),
            down("免征"),
            down("取消"),
            down("提前"),
            down("压减为"),
            up("提升"),
            up("提高"),
            up("增长"),
            up("增加"),
            up("上升"),
            up("增幅"),
            up("升幅"),
            up("增速"),
            up("扩大"),
            up("拓展"),
            up("延长"),
            up("提速"),
            up("新增"),
            up("上涨"),
            up("增至"),
            up("增为"),
            up("扩至"),
            up("扩到"),
            up("升为"),
            up("升至"),
            up("升到"),
            up("跃升"),
            up("攀升"),
            up("提增"),
            up("上调"),
            up("涨幅"),
            up("增收"),
            up("加快"),
            up("增到"),
            up("翻"),
            up("扩展"),
            up("推广"),
            up("扩容"),
            up("放宽"),
            up("同比增"),
            up("增效"));
    /** Verbs that say that a value became another without saying which way. */
    private static final Lexicon TURNS = Lexicon.of(
            "变为", "改为", "调整为", "优化为", "优化至", "升级为", "转变为", "变成", "→", "控制在", "整合为", "整合成", "整合至", "合并为", "合并成", "合并至",
            "归并为", "归并成", "归并至", "集成为", "简化为", "简化至", "简化成");

    private static final Lexicon FROM =
            Lexicon.of("由", "从", "原需", "原来", "原先", "原本", "以往", "过去", "此前", "以前", "之前", "改革前", "创新前", "传统");
    private static final Lexicon VERBS =
            Lexicon.of(WORDS.stream().map(Word::text).toList());
    private static final Map<String, Word> BY_TEXT =
            WORDS.stream().collect(Collectors.toUnmodifiableMap(Word::text, word -> word));
    private static final int FILLER = 8;

    private ChangeVerbs() {}

    private static Word down(String text) {
        return new Word(text, Direction.DOWN);
    }

    private static Word up(String text) {
        return new Word(text, Direction.UP);
    }

    /** The last changing verb between two places; null where there is none. */
    static @Nullable Found lastIn(String text, int from, int to) {
        for (int at = to - 1; at >= from; at--) {
            Word word = wordAt(text, at, to);
            if (word != null) {
                Word longer = at > from ? wordAt(text, at - 1, to) : null;
                int start = longer != null && longer.text.length() > 1 ? at - 1 : at;
                Word chosen = start < at && longer != null ? longer : word;
                return found(text, start, start + chosen.text.length(), to, chosen.direction);
            }
            String turn = TURNS.longestAt(text, at, to);
            if (turn != null) {
                return new Found(at, at + turn.length(), null, true);
            }
        }
        return null;
    }

    private static @Nullable Word wordAt(String text, int at, int to) {
        String verb = VERBS.longestAt(text, at, to);
        return verb == null || (verb.equals("减") && !isHalving(text, at)) ? null : BY_TEXT.get(verb);
    }

    private static Found found(String text, int start, int end, int limit, Direction direction) {
        int at = end;
        if (at < limit && text.charAt(at) == '了') {
            at++;
        }
        char last = text.charAt(end - 1);
        boolean self = last == '至' || last == '到' || last == '为';
        // 压缩…时间至60小时: the marker stands behind the object
        boolean apart = limit > end && "至到".indexOf(text.charAt(limit - 1)) >= 0;
        boolean next = at < limit && "至到为成在".indexOf(text.charAt(at)) >= 0 && !isOtherWord(text, at);
        return new Found(start, next ? at + 1 : end, direction, self || next || apart);
    }

    /** 为企业节约, 到岸, 成本: words that only look like the marker of a new value. */
    private static boolean isOtherWord(String text, int at) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        return (text.charAt(at) == '成' && "本员果效交".indexOf(next) >= 0)
                || (text.charAt(at) == '为' && next == '企')
                || (text.charAt(at) == '到' && next == '岸');
    }

    /** 减半 as a change, not in 减半征收. */
    static boolean isHalving(String text, int index) {
        return text.startsWith("减半", index)
                && (index + 2 >= text.length() || "征收缴".indexOf(text.charAt(index + 2)) < 0);
    }

    /** Whether an old value is announced right before the amount: 由, 从, 由原来的, 从最初的. */
    static boolean isFromMarkerBefore(String text, int index) {
        for (int at = index - 1; at >= Math.max(0, index - FILLER); at--) {
            char c = text.charAt(at);
            if (c == '由' || c == '从') {
                Found between = lastIn(text, at, index);
                return between == null || !between.toNew();
            }
        }
        return false;
    }

    /** Whether a value turns into another right behind {@code index}: 由3至5天|缩短至2小时. */
    static boolean turnsBehind(String text, int index) {
        Found verb = lastIn(text, index, Math.min(Clauses.endOf(text, index), index + FILLER));
        return verb != null && verb.toNew();
    }

    /** Index of the last word between two places that announces an old value, or -1. */
    static int fromMarker(String text, int from, int to) {
        for (int at = to - 1; at >= from; at--) {
            if (FROM.longestAt(text, at, to) != null) {
                return at;
            }
        }
        return -1;
    }

    /**
     * A verb found.
     *
     * @param end after the verb and its marker of a new value
     * @param direction null for verbs that do not say
     * @param toNew whether the new value follows (缩短至), not the change (缩短)
     */
    record Found(int start, int end, @Nullable Direction direction, boolean toNew) {}

    private record Word(String text, Direction direction) {}
}
