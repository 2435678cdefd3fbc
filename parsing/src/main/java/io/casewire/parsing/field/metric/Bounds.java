package io.casewire.parsing.field.metric;

import io.casewire.contracts.parsed.Bound;
import io.casewire.text.CharacterSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words before and behind an amount that say how exactly it is meant. */
final class Bounds {
    private static final List<Word> BEFORE = List.of(
            new Word("不少于", Bound.AT_LEAST, ""),
            new Word("不低于", Bound.AT_LEAST, ""),
            new Word("不小于", Bound.AT_LEAST, ""),
            new Word("至少", Bound.AT_LEAST, ""),
            new Word("不超过", Bound.AT_MOST, ""),
            new Word("不高于", Bound.AT_MOST, ""),
            new Word("不多于", Bound.AT_MOST, ""),
            new Word("最多", Bound.AT_MOST, ""),
            new Word("至多", Bound.AT_MOST, ""),
            new Word("不到", Bound.LESS_THAN, ""),
            new Word("不足", Bound.LESS_THAN, ""),
            new Word("低于", Bound.LESS_THAN, "不"),
            new Word("少于", Bound.LESS_THAN, "不"),
            new Word("首次突破", Bound.MORE_THAN, ""),
            new Word("超过", Bound.MORE_THAN, "不"),
            new Word("突破", Bound.MORE_THAN, ""),
            new Word("大于", Bound.MORE_THAN, "不"),
            new Word("高于", Bound.MORE_THAN, "不"),
            new Word("多于", Bound.MORE_THAN, "不"),
            new Word("过", Bound.MORE_THAN, "通经超不"),
            new Word("超", Bound.MORE_THAN, ""),
            new Word("逾", Bound.MORE_THAN, ""),
            new Word("大约", Bound.ABOUT, ""),
            new Word("约为", Bound.ABOUT, "节契预条合"),
            new Word("约", Bound.ABOUT, "节契预条合违履签公集制大"),
            new Word("将近", Bound.ABOUT, ""),
            new Word("接近", Bound.ABOUT, ""),
            new Word("近", Bound.ABOUT, "最附就将接亲邻"));
    private static final List<Word> BEHIND = List.of(
            new Word("及以上", Bound.AT_LEAST, ""),
            new Word("以上", Bound.AT_LEAST, ""),
            new Word("左右", Bound.ABOUT, ""),
            new Word("上下", Bound.ABOUT, ""),
            new Word("以内", Bound.AT_MOST, ""),
            new Word("之内", Bound.AT_MOST, ""),
            new Word("及以下", Bound.AT_MOST, ""),
            new Word("以下", Bound.AT_MOST, ""),
            new Word("有余", Bound.MORE_THAN, ""));
    /** Words that may stand between a bound and its number: 超过了90%, 约为48小时. */
    private static final CharacterSet NEUTRAL = CharacterSet.of("了达到至为 ");

    /** Nearly every character says that none of the words ends or begins there. */
    private static final CharacterSet BEFORE_LASTS =
            CharacterSet.ofLast(BEFORE.stream().map(Word::text).toList());

    private static final CharacterSet BEHIND_FIRSTS =
            CharacterSet.ofFirst(BEHIND.stream().map(Word::text).toList());

    private Bounds() {}

    /** The bound printed before the number at {@code index}; null where none is. */
    static @Nullable Found before(String text, int index) {
        int at = index;
        for (int skipped = 0; skipped < 3; skipped++) {
            Found found = at == 0 ? null : endingAt(text, at);
            if (found != null || at == 0 || !NEUTRAL.contains(text.charAt(at - 1))) {
                return found;
            }
            at--;
        }
        return null;
    }

    private static @Nullable Found endingAt(String text, int end) {
        if (!BEFORE_LASTS.contains(text.charAt(end - 1))) {
            return null;
        }
        for (Word word : BEFORE) {
            int start = end - word.text.length();
            if (start >= 0 && text.startsWith(word.text, start) && !word.excludedAt(text, start)) {
                return new Found(word.bound, start);
            }
        }
        return null;
    }

    /** The bound printed behind the unit that ends at {@code index}; null where none is. */
    static @Nullable Found behind(String text, int index, boolean time) {
        int at = index;
        while (at < text.length() && at - index < 2 && text.charAt(at) == ' ') {
            at++;
        }
        boolean none = at >= text.length() || !BEHIND_FIRSTS.contains(text.charAt(at));
        for (Word word : none ? List.<Word>of() : BEHIND) {
            if (text.startsWith(word.text, at)) {
                return new Found(word.bound, at + word.text.length());
            }
        }
        if (at < text.length()) {
            char c = text.charAt(at);
            char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            if (time && c == '内' && "部外容地陆".indexOf(next) < 0) {
                return new Found(Bound.AT_MOST, at + 1);
            }
            if ((c == '多' || c == '余') && "元式方边种个次家".indexOf(next) < 0) {
                return new Found(Bound.MORE_THAN, at + 1);
            }
        }
        return null;
    }

    /**
     * A bound found.
     *
     * @param edge where its words begin (before a number) or end (behind a unit)
     */
    record Found(Bound bound, int edge) {}

    /**
     * A word that bounds.
     *
     * @param notAfter characters before it that make another word of it: 节约, 附近
     */
    private record Word(String text, Bound bound, String notAfter) {
        boolean excludedAt(String text, int start) {
            return start > 0 && notAfter.indexOf(text.charAt(start - 1)) >= 0;
        }
    }
}
