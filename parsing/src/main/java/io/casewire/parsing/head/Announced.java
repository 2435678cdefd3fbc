package io.casewire.parsing.head;

import io.casewire.parsing.layout.Paragraph;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an agency announces the text it publishes whole: …印发了《…》…全文如下。
 *
 * @param issuer null where the sentence does not name who issued it
 */
record Announced(String title, @Nullable String issuer) {
    private static final List<String> VERBS = List.of("印发", "公布", "发布", "出台", "批准");
    private static final String IN_FULL = "全文如下";

    /** The announcement a head begins with; null where it begins with none. */
    static @Nullable Announced in(List<Paragraph> head) {
        for (Paragraph paragraph : head) {
            String line = paragraph.text();
            int dateline = Dateline.endOf(line);
            int open = dateline == 0 || !line.contains(IN_FULL) ? -1 : line.indexOf('《', dateline);
            int close = open < 0 ? -1 : line.indexOf('》', open);
            if (close > open + 1) {
                return new Announced(line.substring(open + 1, close), issuer(line.substring(dateline, open)));
            }
        }
        return null;
    }

    private static @Nullable String issuer(String words) {
        for (String verb : VERBS) {
            int at = words.lastIndexOf(verb);
            if (at > 0) {
                String name =
                        words.substring(words.lastIndexOf('，', at) + 1, at).strip();
                return name.startsWith("近日") ? name.substring(2) : name;
            }
        }
        return null;
    }
}
