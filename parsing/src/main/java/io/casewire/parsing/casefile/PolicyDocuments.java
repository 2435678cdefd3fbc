package io.casewire.parsing.casefile;

import io.casewire.contracts.parsed.PolicyDocument;
import io.casewire.parsing.decode.Repair;
import io.casewire.parsing.head.DocumentNumbers;
import org.jspecify.annotations.Nullable;

/** Official texts as cited: {@code 《…的通知》（国函〔2023〕56号）}, perhaps with a link. */
public final class PolicyDocuments {
    private PolicyDocuments() {}

    /** The text cited in a table cell; null where it cites none ({@code 略}, {@code —}). */
    public static @Nullable PolicyDocument read(String raw) {
        String text = Repair.clean(raw);
        String title = title(text);
        String number = number(text);
        String url = url(text);
        return title == null && number == null && url == null ? null : new PolicyDocument(title, number, url);
    }

    private static @Nullable String title(String text) {
        int open = text.indexOf('《');
        if (open < 0) {
            return null;
        }
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '《' ? 1 : 0;
            depth -= text.charAt(i) == '》' ? 1 : 0;
            if (depth == 0) {
                return text.substring(open + 1, i);
            }
        }
        return null;
    }

    private static @Nullable String number(String text) {
        int from = Math.max(0, text.lastIndexOf('》'));
        DocumentNumbers.Found found = DocumentNumbers.findAt(text, from);
        if (found != null) {
            return found.number();
        }
        // an announcement is numbered without brackets: 海事局公告2021年第4号
        int open = text.indexOf('（', from);
        int close = open < 0 ? -1 : text.indexOf('）', open);
        if (close > 0 && text.charAt(close - 1) == '号') {
            return text.substring(open + 1, close);
        }
        return null;
    }

    private static @Nullable String url(String text) {
        int at = text.indexOf("http");
        if (at < 0 || (!text.startsWith("http://", at) && !text.startsWith("https://", at))) {
            return null;
        }
        int end = at;
        while (end < text.length()
                && text.charAt(end) > ' '
                && text.charAt(end) < '\u007f'
                && "<>\"'".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String url = text.substring(at, end);
        // the bracket around an address is no part of it
        return url.endsWith(")") && !url.contains("(") ? url.substring(0, url.length() - 1) : url;
    }
}
