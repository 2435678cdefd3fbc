package io.casewire.parsing.head;

import io.casewire.text.Lexicon;

/** How an agency begins what it publishes: 新华社某地4月14日电. */
public final class Dateline {
    private static final Lexicon AGENCIES =
            Lexicon.of("新华社", "新华网", "中新社", "中新网", "中国新闻网", "人民网", "央视网", "光明网", "本报", "本网", "本刊", "本台");
    private static final int MAX_LENGTH = 30;

    private Dateline() {}

    /** Where the dateline a text begins with ends; 0 where it begins with none. */
    public static int endOf(String text) {
        int from = AGENCIES.endAt(text, 0);
        if (from == 0) {
            return 0;
        }
        int limit = Math.min(text.length(), from + MAX_LENGTH);
        for (int at = from; at < limit; at++) {
            char c = text.charAt(at);
            if ("，。；：（".indexOf(c) >= 0) {
                return 0;
            }
            boolean ends = at + 1 < text.length() && "（ ".indexOf(text.charAt(at + 1)) >= 0;
            if ((c == '电' || c == '讯') && (at == from || text.charAt(at - 1) == '日' || ends)) {
                return at + 1;
            }
        }
        return 0;
    }
}
