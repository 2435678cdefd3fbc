package io.casewire.catalog.lineage.likeness;

import io.casewire.text.ComparableKey;
import io.casewire.text.Endings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What of a title names the innovation: its {@link ComparableKey} without the words that stand around any title (创新…, …新模式).
 *
 * @param text at most {@value #MAX_LENGTH} characters; the whole key where nothing would be left
 */
public record TitleCore(String text) {
    private static final int MIN_LENGTH = 4;
    private static final int MAX_LENGTH = 80;

    private static final List<String> OPENINGS = List.of(
            "创新", "打造", "构建", "探索", "推动", "推进", "建立", "健全", "实施", "深化", "持续", "开展", "优化", "完善", "提升", "提高", "强化", "加强",
            "推出", "推行", "推广", "试点", "率先", "实现", "积极", "支持", "应用");
    private static final Endings CLOSINGS =
            Endings.of("模式", "机制", "改革", "创新", "制度", "举措", "措施", "方式", "路径", "做法", "经验", "试点", "应用", "能力", "新");

    // how much of the shorter title stands in the longer, how much of the longer that is, how much of it in one piece
    private static final double OF_SHORTER = 0.45;
    private static final double OF_LONGER = 0.35;
    private static final double TOGETHER = 0.2;

    static TitleCore of(String title) {
        String key = ComparableKey.of(title);
        int start = 0;
        int end = key.length();
        for (int step = opening(key, start, end); step > 0; step = opening(key, start, end)) {
            start += step;
        }
        for (int step = closing(key, start, end); step > 0; step = closing(key, start, end)) {
            end -= step;
        }
        String core = key.substring(start, end);
        return new TitleCore(core.length() > MAX_LENGTH ? core.substring(0, MAX_LENGTH) : core);
    }

    /**
     * How like two titles are, 0 to 1. Shortened names count by their order (环保 stands in 环境保护), so an abbreviation is near to
     * what it abbreviates.
     */
    double likeness(TitleCore other) {
        if (text.isEmpty() || other.text.isEmpty()) {
            return 0;
        }
        if (text.equals(other.text)) {
            return 1;
        }
        double common = inOrder(text, other.text);
        double shorter = Math.min(text.length(), other.text.length());
        double longer = Math.max(text.length(), other.text.length());
        return OF_SHORTER * common / shorter + OF_LONGER * common / longer + TOGETHER * pairs(text, other.text);
    }

    /** Runs of that many characters, each once. */
    Set<String> runs(int length) {
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + length <= text.length(); i++) {
            runs.add(text.substring(i, i + length));
        }
        return runs;
    }

    private static int opening(String key, int start, int end) {
        for (String word : OPENINGS) {
            if (key.startsWith(word, start) && end - start - word.length() >= MIN_LENGTH) {
                return word.length();
            }
        }
        return 0;
    }

    private static int closing(String key, int start, int end) {
        String word = CLOSINGS.longestBefore(key, start, end);
        return word == null || end - start - word.length() < MIN_LENGTH ? 0 : word.length();
    }

    /** Length of the longest text that both hold in this order, with anything in between. */
    private static int inOrder(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int i = 0; i < one.length(); i++) {
            int[] now = new int[other.length() + 1];
            for (int j = 0; j < other.length(); j++) {
                now[j + 1] = one.charAt(i) == other.charAt(j) ? before[j] + 1 : Math.max(now[j], before[j + 1]);
            }
            before = now;
        }
        return before[other.length()];
    }

    private static double pairs(String one, String other) {
        Set<String> ones = new TitleCore(one).runs(2);
        Set<String> others = new TitleCore(other).runs(2);
        int fewer = Math.min(ones.size(), others.size());
        if (fewer == 0) {
            return 0;
        }
        ones.retainAll(others);
        return (double) ones.size() / fewer;
    }
}
