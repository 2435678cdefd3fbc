package io.casewire.ingest.responsibility;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A label with its colon.
 *
 * @param role null for a label that speaks of something else and so ends the value before it
 * @param start index of the label
 * @param valueStart index after its colon
 */
record Label(@Nullable Role role, int start, int valueStart) {
    private static final List<String> OTHERS = List.of(
            "落实时间", "落实时限", "实施时间", "推进时间", "时间安排", "完成日期", "完成时限", "完成时间", "办理时限", "时间节点", "时间进度", "时限要求", "时限",
            "适用范围", "推广范围", "工作目标", "评估目标", "进度安排", "完成期限", "工作措施", "责任人", "联系人");

    /** The labels of a text, in order. A label counts only with a colon behind it. */
    static List<Label> in(String text) {
        List<Label> labels = new ArrayList<>();
        for (int colon = 0; colon < text.length(); colon++) {
            char c = text.charAt(colon);
            if (c == '：' || c == ':') {
                Label label = before(text, colon);
                if (label != null) {
                    labels.add(label);
                }
            }
        }
        return labels;
    }

    private static @Nullable Label before(String text, int colon) {
        int end = colon;
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        Label longest = null;
        for (Role role : Role.values()) {
            for (String name : role.labels()) {
                longest = longer(longest, text, name, role, end, colon);
            }
        }
        for (String name : OTHERS) {
            longest = longer(longest, text, name, null, end, colon);
        }
        return longest;
    }

    private static @Nullable Label longer(
            @Nullable Label longest, String text, String name, @Nullable Role role, int end, int colon) {
        int start = end - name.length();
        boolean found = start >= 0 && text.startsWith(name, start);
        return found && (longest == null || start < longest.start) ? new Label(role, start, colon + 1) : longest;
    }
}
