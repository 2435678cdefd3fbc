package io.casewire.parsing.field.responsibility;

import io.casewire.text.Endings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
            "适用范围", "推广范围", "工作目标", "评估目标", "进度安排", "完成期限", "工作措施", "责任人", "责任领导", "分管领导", "牵头领导", "挂钩领导", "联系领导",
            "联系人", "联络人", "联系电话");
    private static final Set<String> PEOPLE =
            Set.of("责任人", "责任领导", "分管领导", "牵头领导", "挂钩领导", "联系领导", "联系人", "联络人", "联系电话");

    private static final Map<String, Role> ROLES = roles();
    private static final Endings NAMES =
            Endings.of(Stream.concat(ROLES.keySet().stream(), OTHERS.stream()).toList());

    /** The labels of a text, in order. A label counts only with a colon behind it. */
    static List<Label> in(String text) {
        List<Label> labels = new ArrayList<>();
        for (Label label = next(text, 0, 0); label != null; label = next(text, 0, label.valueStart)) {
            labels.add(label);
        }
        return labels;
    }

    /** The first label that names units, of those that begin at {@code from} or behind; null where none does. */
    static @Nullable Label firstWithRole(String text, int from) {
        Label label = next(text, from, from);
        while (label != null && label.role == null) {
            label = next(text, from, label.valueStart);
        }
        return label;
    }

    /** Where the passage of that label begins: the people named before it in the same sentence are no part of the text. */
    static int startOfPassage(String text, Label label) {
        int sentence = text.lastIndexOf('。', label.start) + 1;
        for (Label one : in(text.substring(sentence, label.start))) {
            int start = sentence + one.start;
            if (PEOPLE.contains(
                    text.substring(start, sentence + one.valueStart - 1).strip())) {
                return start;
            }
        }
        return label.start;
    }

    private static @Nullable Label next(String text, int from, int behind) {
        for (int colon = behind; colon < text.length(); colon++) {
            char c = text.charAt(colon);
            Label label = c == '：' || c == ':' ? before(text, from, colon) : null;
            if (label != null) {
                return label;
            }
        }
        return null;
    }

    private static @Nullable Label before(String text, int from, int colon) {
        int end = colon;
        while (end > from && text.charAt(end - 1) == ' ') {
            end--;
        }
        String name = NAMES.longestBefore(text, from, end);
        return name == null ? null : new Label(ROLES.get(name), end - name.length(), colon + 1);
    }

    private static Map<String, Role> roles() {
        Map<String, Role> roles = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            role.labels().forEach(name -> roles.putIfAbsent(name, role));
        }
        return roles;
    }
}
