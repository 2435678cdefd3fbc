package io.casewire.parsing.genre.plan;

import io.casewire.text.Endings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a part of a task is, by its heading or label. */
enum PartLabel {
    MEASURES,
    TARGET,
    SCOPE;

    private static final List<String> MEASURES_NAMES = List.of(
            "落实举措", "主要举措", "重点举措", "工作举措", "具体举措", "主要措施", "工作措施", "具体措施", "落实措施", "推进措施", "重点任务", "工作任务", "具体任务",
            "主要任务", "主要内容", "重点工作", "工作内容", "实施举措", "推进举措", "任务举措", "改革举措", "举措", "措施", "任务分解");
    private static final List<String> TARGET_NAMES = List.of(
            "评估目标", "工作目标", "预期目标", "预期成效", "目标任务", "阶段目标", "主要目标", "绩效目标", "预期成果", "考核目标", "目标要求", "总体目标", "成果形式",
            "评价标准", "目标");
    private static final List<String> SCOPE_NAMES = List.of("适用范围", "实施范围", "推广范围", "试点范围", "实施区域");
    private static final int MAX_LENGTH = 10;
    private static final Endings TRAILING = Endings.of(MEASURES_NAMES.stream()
            .filter(name -> name.endsWith("措施") || name.endsWith("举措"))
            .toList());

    /**
     * The label that a text begins with, alone or with a mark behind it.
     *
     * @param end index after the label and its mark
     */
    record Found(PartLabel label, int end) {}

    /** The label a heading or paragraph begins with; null where it begins with none. */
    static @Nullable Found at(String text) {
        int end = 0;
        while (end < text.length() && end <= MAX_LENGTH && "。：:.　 ，".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (end > MAX_LENGTH) {
            return null;
        }
        String name = text.substring(0, end);
        for (PartLabel label : values()) {
            if (label.names().contains(name)) {
                return new Found(label, Math.min(text.length(), end + 1));
            }
        }
        return null;
    }

    /** Whether a text ends with a label of measures and its colon: the measures follow. */
    static boolean announcesMeasures(String text) {
        return withoutTrailing(text).length() < text.length();
    }

    /** A text without the label of measures it ends with; the text itself where it ends with none. */
    static String withoutTrailing(String text) {
        int end = text.length();
        while (end > 0 && "：: 。".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        String name = TRAILING.longestBefore(text, 0, end);
        if (name == null) {
            return text;
        }
        int start = end - name.length();
        boolean colon = end < text.length() && (text.charAt(end) == '：' || text.charAt(end) == ':');
        boolean begins = start == 0 || "。；，：、 ".indexOf(text.charAt(start - 1)) >= 0;
        return begins && (colon || start == 0) ? text.substring(0, start).strip() : text;
    }

    private List<String> names() {
        return switch (this) {
            case MEASURES -> MEASURES_NAMES;
            case TARGET -> TARGET_NAMES;
            case SCOPE -> SCOPE_NAMES;
        };
    }
}
