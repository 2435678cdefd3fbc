package io.casewire.notify.delivery.robot;

import java.nio.charset.StandardCharsets;

/** Texts that fit into so many bytes of UTF-8. */
final class ShortText {
    private static final String MORE = "…";

    private ShortText() {}

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The text, or as many whole characters of its beginning as fit, with a sign that there was more. */
    static String within(String text, int maxBytes) {
        if (bytes(text) <= maxBytes) {
            return text;
        }
        return text.substring(0, end(text, maxBytes - bytes(MORE))) + MORE;
    }

    /** Where the last whole character ends that fits into so many bytes. */
    static int end(String text, int room) {
        int end = 0;
        int used = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            used += bytes(Character.toString(character));
            if (used > room) {
                break;
            }
            end += Character.charCount(character);
        }
        return end;
    }
}
