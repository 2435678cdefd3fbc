package io.casewire.catalog.lineage.likeness;

import io.casewire.text.ComparableKey;
import java.util.LinkedHashSet;
import java.util.Set;

/** Names in quotation marks: what an innovation is called for short (“五步法”), wherever it is told. */
final class QuotedNames {
    private static final int MIN_LENGTH = 2;
    private static final int MAX_LENGTH = 30;

    /** Of a long text the first ones; what it is about is named early. */
    private static final int MAX_NAMES = 64;

    /** Slogans and channels that hundreds of innovations put in quotation marks; they name none. */
    private static final Set<String> COMMON = Set.of(
            "一站式",
            "一体化",
            "一件事",
            "单一窗口",
            "一窗受理",
            "一窗通办",
            "一网通办",
            "一次办",
            "一门办",
            "放管服",
            "互联网",
            "走出去",
            "引进来",
            "零跑动",
            "一带一路",
            "全生命周期",
            "最后一公里",
            "一对一",
            "双随机",
            "证照分离",
            "一企一策",
            "点对点",
            "全程网办",
            "最多跑一次",
            "智能审批智能监管",
            "三合一",
            "一单制",
            "提前申报",
            "两步申报",
            "一张图",
            "一张网",
            "线上线下");

    private QuotedNames() {}

    /** The names in the text as comparable keys, without common slogans, in order. */
    static Set<String> in(String text) {
        Set<String> names = new LinkedHashSet<>();
        int open = -1;
        for (int i = 0; i < text.length() && names.size() < MAX_NAMES; i++) {
            char c = text.charAt(i);
            if (c == '“' || c == '「' || c == '『' || (c == '"' && open < 0)) {
                open = i + 1;
            } else if (open >= 0 && (c == '”' || c == '」' || c == '』' || c == '"')) {
                add(text, open, i, names);
                open = -1;
            }
        }
        return names;
    }

    private static void add(String text, int from, int to, Set<String> names) {
        if (to - from <= 2 * MAX_LENGTH) {
            String name = ComparableKey.of(text.substring(from, to));
            if (name.length() >= MIN_LENGTH && name.length() <= MAX_LENGTH && !COMMON.contains(name)) {
                names.add(name);
            }
        }
    }
}
