package io.casewire.parsing.page;

import java.util.List;

/** Counts the links of a line of a web page and tells lines of nothing else: bars, menus and lists of related pages. */
final class Links {
    private static final int MAX_BUTTON_LENGTH = 12;
    private static final List<String> RELATED = List.of("相关链接", "相关阅读", "相关文章", "相关文档", "相关解读", "延伸阅读", "上一篇", "下一篇");

    private int open;
    private int links;
    private int linked;
    private boolean related;

    void begin() {
        open++;
        links++;
    }

    void end() {
        open--;
    }

    /** So many characters stand where a link may be open. */
    void count(int characters) {
        linked += open > 0 ? characters : 0;
    }

    /** Whether the line that ends here is navigation; what follows is counted anew. */
    boolean areAllOf(String line) {
        boolean navigation = isNavigation(line);
        links = 0;
        linked = 0;
        return navigation;
    }

    /** A bar of links, or a link in a list of related pages: nothing but links on the line. */
    private boolean isNavigation(String line) {
        if (line.isEmpty()) {
            return false;
        }
        boolean onlyLinks = linked * 10 >= line.length() * 8;
        if (RELATED.stream().anyMatch(line::startsWith)) {
            related = true;
        } else if (!onlyLinks) {
            related = false;
        }
        boolean bar = links >= 3 && linked * 10 >= line.length() * 6 && line.length() <= links * MAX_BUTTON_LENGTH;
        return bar || (related && onlyLinks) || isMenu(line);
    }

    /** Short names between upright strokes. */
    private static boolean isMenu(String line) {
        int strokes = 0;
        int since = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            since = c == '|' ? 0 : since + 1;
            strokes += c == '|' ? 1 : 0;
            if (since > MAX_BUTTON_LENGTH || "。，；：".indexOf(c) >= 0 || Character.isDigit(c)) {
                return false;
            }
        }
        return strokes >= 2 && line.charAt(0) != '|';
    }
}
