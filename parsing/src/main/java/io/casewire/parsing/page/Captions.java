package io.casewire.parsing.page;

import io.casewire.parsing.outline.Ordinals;

/** Lines that name a table: 表5 …, 表二 …, 附表1. */
final class Captions {
    private Captions() {}

    static boolean isCaption(String text) {
        int at = text.startsWith("附表") ? 2 : text.startsWith("表") ? 1 : -1;
        if (at < 0 || text.length() > 90) {
            return false;
        }
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        if (at >= text.length()) {
            return text.startsWith("附表");
        }
        char c = text.charAt(at);
        return Character.isDigit(c) || Ordinals.han(String.valueOf(c)) > 0;
    }
}
