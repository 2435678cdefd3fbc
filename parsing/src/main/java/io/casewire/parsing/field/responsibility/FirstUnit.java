package io.casewire.parsing.field.responsibility;

import java.util.List;

/** Whether the unit printed first is the leading one. A document says so once, for all of its items. */
public enum FirstUnit {
    LEADS,
    /** The document does not say: the order means nothing. */
    IS_ONE_OF_MANY;

    private static final List<String> FIRST = List.of("第一", "首位", "首个", "最前", "排在前");
    private static final int NEAR = 16;

    /** What a document says once for all of its items; said in the bracket of one item, without 下同, it holds for that one. */
    public static FirstUnit saidByAll(Iterable<String> paragraphs) {
        for (String text : paragraphs) {
            if (saidBy(text) == LEADS && !saysOfItself(text)) {
                return LEADS;
            }
        }
        return IS_ONE_OF_MANY;
    }

    private static boolean saysOfItself(String text) {
        int open = text.lastIndexOf('（');
        boolean inBracket = open > 0 && text.endsWith("）") && saidBy(text.substring(open)) == LEADS;
        return inBracket
                && saidBy(text.substring(0, open)) != LEADS
                && text.indexOf("下同", open) < 0
                && Label.in(text.substring(open)).stream().anyMatch(label -> label.role() != null);
    }

    /** What a document says: 排第一的为牵头单位, 列首位的为牵头部门, 第一个为牵头单位. */
    public static FirstUnit saidBy(String text) {
        for (int at = text.indexOf("牵头"); at >= 0; at = text.indexOf("牵头", at + 2)) {
            String before = text.substring(Math.max(0, at - NEAR), at);
            boolean names = before.endsWith("为") || before.endsWith("是") || before.endsWith("系");
            if (names && FIRST.stream().anyMatch(before::contains)) {
                return LEADS;
            }
        }
        return IS_ONE_OF_MANY;
    }
}
