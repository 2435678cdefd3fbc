package io.casewire.parsing.casefile;

import java.util.List;

/** Headings that run into their text behind a colon: （1）优化流程：…. */
final class Labels {
    private static final int MAX_LENGTH = 24;
    /** What stands before a colon that opens a list in the middle of a sentence. */
    private static final List<String> LEADS_ON = List.of(
            "包括", "包含", "如下", "有", "为", "是", "即", "其中", "例如", "比如", "提出", "规定", "明确", "要求", "强调", "指出", "说", "主要",
            "分别");

    private Labels() {}

    /** Index of the colon behind the label the text begins with; -1 where it begins with none. */
    static int endOfLabel(String text) {
        for (int i = 0; i < Math.min(text.length() - 1, MAX_LENGTH); i++) {
            char c = text.charAt(i);
            if (c == '：') {
                String label = text.substring(0, i);
                return i < 2 || LEADS_ON.stream().anyMatch(label::endsWith) ? -1 : i;
            }
            if ("，。；！？\n".indexOf(c) >= 0) {
                return -1;
            }
        }
        return -1;
    }
}
