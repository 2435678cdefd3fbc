package io.casewire.parsing.genre.promotion;

import io.casewire.text.Endings;

/** What a name in quotes goes on with: “甲”登记模式 is one name, “甲”等4项 is a name and a count. */
final class QuotedName {
    private static final Endings KINDS = Endings.of(
            "模式", "机制", "改革", "制度", "服务", "体系", "平台", "做法", "办法", "管理", "监管", "登记", "审批", "办理", "工程", "系统", "流程", "方式",
            "试点", "举措", "政策", "通道", "路径", "清单", "行动");
    private static final int MAX_LENGTH = 12;

    private QuotedName() {}

    /** Where the name ends whose closing quote stands before {@code from}; {@code from} where nothing of it stands behind. */
    static int end(String text, int from) {
        int end = from;
        while (end < text.length() && end - from <= MAX_LENGTH && !endsName(text, end)) {
            end++;
        }
        boolean counts = end > from && "共两0123456789".indexOf(text.charAt(from)) >= 0;
        return !counts && end - from <= MAX_LENGTH && KINDS.areAtEnd(text, from, end) ? end : from;
    }

    private static boolean endsName(String text, int at) {
        boolean joins = "和及与".indexOf(text.charAt(at)) >= 0 && at + 1 < text.length() && opens(text.charAt(at + 1));
        return joins || opens(text.charAt(at)) || "、，；。（等 ".indexOf(text.charAt(at)) >= 0;
    }

    private static boolean opens(char c) {
        return c == '“' || c == '‘' || c == '「';
    }
}
