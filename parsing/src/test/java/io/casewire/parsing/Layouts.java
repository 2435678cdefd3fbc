package io.casewire.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The same document laid out in other ways. */
final class Layouts {
    private static final String HAN_DIGITS = "一二三四五六七八九";

    private static final String SIMPLIFIED = "万与专业东两个临为举乡书买争于云产亿从仓们价众优会传体余侧储关内册写农况冻准减凭划则创别办"
            + "务动区医华协单占厅压厦参发变台号后吨听启员咨团园围国圆场坚坛处备复头学宁实审对导将尽层属币"
            + "帮干并广庆库应开异强归当录态总惩户扩扰报担拨挂损换据撑数断无旧时显机权条来极构柜标样档检欧"
            + "毁汇汉泸测济浏温满灯点牵独环现电畅监盖码础确离种积称税竞笔筹签简类粮纠红约级纯纳纷纸线组细"
            + "织经结绕绘给络统续维综绿编缩缴网罚群职联肃舱艺节芜苏范荐药获营虑虚衔补装见观规视览计认让训"
            + "议记许论讼设证评识诉试询该请诺调负财责账货质贯贴贷贸费资赋赣践车轨转轮软轻较辅辆辐输辖边辽"
            + "达迁过运进远违连迹适选邮采鉴针钟钩铁银链销错键长门闭问间阈阶际陆陕险随难页顶项顺须顾预领频"
            + "题额风驻验黄龙";
    private static final String TRADITIONAL = "萬與專業東兩個臨爲舉鄉書買爭於雲產億從倉們價衆優會傳體餘側儲關內冊寫農況凍準減憑劃則創別辦"
            + "務動區醫華協單佔廳壓廈參發變臺號後噸聽啓員諮團園圍國圓場堅壇處備復頭學寧實審對導將盡層屬幣"
            + "幫幹並廣慶庫應開異強歸當錄態總懲戶擴擾報擔撥掛損換據撐數斷無舊時顯機權條來極構櫃標樣檔檢歐"
            + "毀匯漢瀘測濟瀏溫滿燈點牽獨環現電暢監蓋碼礎確離種積稱稅競筆籌籤簡類糧糾紅約級純納紛紙線組細"
            + "織經結繞繪給絡統續維綜綠編縮繳網罰羣職聯肅艙藝節蕪蘇範薦藥獲營慮虛銜補裝見觀規視覽計認讓訓"
            + "議記許論訟設證評識訴試詢該請諾調負財責賬貨質貫貼貸貿費資賦贛踐車軌轉輪軟輕較輔輛輻輸轄邊遼"
            + "達遷過運進遠違連跡適選郵採鑑針鍾鉤鐵銀鏈銷錯鍵長門閉問間閾階際陸陝險隨難頁頂項順須顧預領頻"
            + "題額風駐驗黃龍";

    private Layouts() {}

    /** The text in traditional characters, as far as the samples need them. */
    static String traditional(String text) {
        return swap(text, SIMPLIFIED, TRADITIONAL);
    }

    static String simplified(String text) {
        return swap(text, TRADITIONAL, SIMPLIFIED);
    }

    /** How a page's number is printed. */
    enum PageNumber {
        HYPHENS("- %d -"),
        DASHES("— %d —"),
        WORDS("第%d页 共99页"),
        BARE("%d"),
        FORM_FEED("\f");

        private final String form;

        PageNumber(String form) {
            this.form = form;
        }

        String of(int page) {
            return form.formatted(page);
        }
    }

    /**
     * Page breaks every dozen lines or so, with a line that runs along the top of every page, half of them inside a
     * sentence. Only sentences after the first of a paragraph are torn: what a page break leaves of a heading nobody can
     * tell from a short heading.
     */
    static String paged(String text, PageNumber style, boolean runningLine, Random random) {
        StringBuilder out = new StringBuilder();
        int page = 1;
        int since = 0;
        for (String line : text.split("\n", -1)) {
            since++;
            int cut = since > 8 && random.nextBoolean() ? cutInside(line, random) : -1;
            if (cut > 0) {
                out.append(line, 0, cut).append('\n');
                pageBreak(out, style, page++, runningLine);
                out.append(line, cut, line.length()).append('\n');
                since = 0;
            } else if (since > 14 && random.nextInt(4) == 0) {
                pageBreak(out, style, page++, runningLine);
                out.append(line).append('\n');
                since = 0;
            } else {
                out.append(line).append('\n');
            }
        }
        return out.toString();
    }

    /** How many page breaks were put in. */
    static int breaks(String paged, String text) {
        long lines = paged.chars().filter(c -> c == '\n' || c == '\f').count();
        return (int) (lines - text.chars().filter(c -> c == '\n').count()) / 2;
    }

    private static void pageBreak(StringBuilder out, PageNumber style, int page, boolean runningLine) {
        boolean feed = style == PageNumber.FORM_FEED;
        out.append(style.of(page)).append(feed ? "" : "\n");
        if (runningLine) {
            out.append("样例资料汇编（内部使用）\n");
        }
    }

    /** Between two Chinese characters in the middle of a later sentence; -1 where the line has no such place. */
    private static int cutInside(String line, Random random) {
        int first = line.indexOf('。');
        if (first < 24 || line.indexOf('\t') >= 0 || line.indexOf('<') >= 0 || line.startsWith("|")) {
            return -1;
        }
        for (int tries = 0; tries < 20; tries++) {
            int at = first + 1 + random.nextInt(Math.max(1, line.length() - first - 1));
            if (at + 6 < line.length() && isInsideClause(line, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isInsideClause(String line, int at) {
        for (int i = at - 4; i < at + 4; i++) {
            if (i < 0 || i >= line.length() || line.charAt(i) < '\u4e00' || line.charAt(i) > '\u9fff') {
                return false;
            }
        }
        return true;
    }

    /** Layout tags in text lines: bold stretches, spans, paragraphs, breaks in place of line ends, blanks as entities. */
    static String tagged(String text, Random random) {
        StringBuilder out = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            boolean plain = !line.isBlank() && line.indexOf('\t') < 0 && line.indexOf('<') < 0 && line.charAt(0) != '|';
            int level = 0;
            while (level < line.length() && line.charAt(level) == '#') {
                level++;
            }
            out.append(plain && level == 0 ? dressed(line, random) : line).append('\n');
        }
        return out.toString();
    }

    private static String dressed(String line, Random random) {
        int from = random.nextInt(line.length());
        int to = from + random.nextInt(line.length() - from + 1);
        return switch (random.nextInt(5)) {
            case 0 -> "<p>" + line + "</p>";
            case 1 -> line.substring(0, from) + "<b>" + line.substring(from, to) + "</b>" + line.substring(to);
            case 2 ->
                line.substring(0, from)
                        + "<span style=\"font-size:16px;color:#333\">"
                        + line.substring(from, to)
                        + "</span>"
                        + line.substring(to);
            case 3 -> line + "<br/>";
            default -> "&nbsp;&nbsp;" + line;
        };
    }

    /** A line of a table of contents has one tab before its page. */
    private static boolean isRow(String line) {
        return line.indexOf('\t') != line.lastIndexOf('\t');
    }

    /** Rows between tabs as an HTML table inside a page. */
    static String htmlPage(String text) {
        StringBuilder out = new StringBuilder("<!DOCTYPE html><html><head><title>x</title></head><body>\n");
        out.append("<div class=\"nav\">首页 &gt; 政务公开</div>\n");
        boolean table = false;
        for (String line : text.split("\n", -1)) {
            boolean row = isRow(line);
            if (row && !table) {
                out.append("<table>\n");
            } else if (!row && table && !line.isBlank()) {
                out.append("</table>\n");
            }
            table = row || (table && line.isBlank());
            if (row) {
                out.append("<tr>");
                for (String cell : line.split("\t", -1)) {
                    out.append("<td>").append(cell).append("</td>");
                }
                out.append("</tr>\n");
            } else if (!line.isBlank()) {
                int level = 0;
                while (level < line.length() && line.charAt(level) == '#') {
                    level++;
                }
                String tag = level > 0 ? "h" + level : "p";
                out.append('<')
                        .append(tag)
                        .append('>')
                        .append(line.substring(level).strip());
                out.append("</").append(tag).append(">\n");
            }
        }
        return out.append(table ? "</table>" : "")
                .append("<div class=\"footer\">版权所有</div></body></html>")
                .toString();
    }

    /** The text as it is, in an element of a page that shows its line ends. */
    static String preformatted(String text, String element) {
        String name = element.split(" ", -1)[0];
        return "<!DOCTYPE html><html><head><title>x</title></head><body><div class=\"nav\">首页 &gt; 政务公开</div><"
                + element
                + ">"
                + (name.equals("xmp")
                        ? text
                        : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                + "</" + name + "><div class=\"footer\">版权所有</div></body></html>";
    }

    /** Rows between tabs as Markdown tables. */
    static String markdown(String text) {
        List<String> out = new ArrayList<>();
        boolean table = false;
        for (String line : text.split("\n", -1)) {
            boolean row = isRow(line);
            if (!row) {
                table &= line.isBlank();
                if (!(table && line.isBlank())) {
                    out.add(line);
                }
                continue;
            }
            String[] cells = line.replace("|", "\\|").split("\t", -1);
            out.add("| " + String.join(" | ", cells) + " |");
            if (!table) {
                out.add("|" + "---|".repeat(cells.length));
            }
            table = true;
        }
        return String.join("\n", out);
    }

    /** Narrow punctuation for wide, or wide for narrow. */
    static String narrow(String text) {
        return swap(text, "，；：？！（）", ",;:?!()");
    }

    static String wide(String text) {
        StringBuilder out = new StringBuilder(text);
        boolean tag = false;
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            tag = c == '<' || (tag && c != '>');
            if (tag) {
                continue;
            }
            boolean letter = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (letter || "%+()".indexOf(c) >= 0) {
                out.setCharAt(i, (char) (c - '!' + '！'));
            }
        }
        return out.toString();
    }

    private static String swap(String text, String from, String to) {
        String swapped = text;
        for (int i = 0; i < from.length(); i++) {
            swapped = swapped.replace(from.charAt(i), to.charAt(i));
        }
        return swapped;
    }

    /** 一、 at the start of a line as （一） would stand, and the other ways: each style consistently by another. */
    static String renumbered(String text, String han, String hanParen, String arabic) {
        StringBuilder out = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            out.append(renumberedLine(line, han, hanParen, arabic)).append('\n');
        }
        return out.toString();
    }

    private static String renumberedLine(String line, String han, String hanParen, String arabic) {
        int digits = 0;
        while (digits < line.length() && Character.isDigit(line.charAt(digits))) {
            digits++;
        }
        if (digits > 0
                && digits < 3
                && digits + 1 < line.length()
                && line.charAt(digits) == '.'
                && !Character.isDigit(line.charAt(digits + 1))) {
            return ordinal(arabic, Integer.parseInt(line.substring(0, digits)))
                    + line.substring(digits + 1).strip();
        }
        int open = line.startsWith("（") ? 1 : 0;
        int end = open;
        while (end < line.length() && (HAN_DIGITS + "十").indexOf(line.charAt(end)) >= 0) {
            end++;
        }
        if (end == open || end >= line.length()) {
            return line;
        }
        int number = value(line.substring(open, end));
        if (open == 1 && line.charAt(end) == '）') {
            return ordinal(hanParen, number) + line.substring(end + 1);
        }
        return open == 0 && line.charAt(end) == '、' ? ordinal(han, number) + line.substring(end + 1) : line;
    }

    private static int value(String han) {
        int ten = han.indexOf('十');
        if (ten < 0) {
            return HAN_DIGITS.indexOf(han.charAt(0)) + 1;
        }
        int tens = ten == 0 ? 1 : HAN_DIGITS.indexOf(han.charAt(0)) + 1;
        int ones = ten + 1 < han.length() ? HAN_DIGITS.indexOf(han.charAt(ten + 1)) + 1 : 0;
        return tens * 10 + ones;
    }

    private static String ordinal(String form, int number) {
        String tens = number >= 20 ? HAN_DIGITS.charAt(number / 10 - 1) + "十" : number >= 10 ? "十" : "";
        String ones = number % 10 > 0 ? HAN_DIGITS.substring(number % 10 - 1, number % 10) : "";
        return form.replace("一", tens + ones).replace("1", String.valueOf(number));
    }

    /** What a scanner's reader adds: blanks between characters and around ordinals, marks of another width or kind. */
    static String scanned(String text, Random random) {
        StringBuilder out = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            boolean plain = line.indexOf('<') < 0 && !line.startsWith("#") && !line.startsWith("|");
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                char next = i + 1 < line.length() ? line.charAt(i + 1) : '\0';
                out.append(plain ? misread(c, next, random) : c);
                boolean ordinal = i < 4 && ".、（）".indexOf(next) >= 0;
                // a name that a blank divides in two names stays two: the column of units gets none
                boolean han =
                        line.substring(0, i).chars().filter(t -> t == '\t').count() < 2
                                && c >= '\u4e00'
                                && c <= '\u9fff'
                                && next >= '\u4e00'
                                && next <= '\u9fff';
                if (plain && ((ordinal && random.nextInt(2) == 0) || (han && random.nextInt(25) == 0))) {
                    out.append(' ');
                }
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static char misread(char c, char next, Random random) {
        if (random.nextInt(8) > 0) {
            return c;
        }
        boolean end = next == '\0' || next > '\u2e80';
        return switch (c) {
            case '。' -> end ? (random.nextBoolean() ? '｡' : '．') : c;
            case '，' -> random.nextBoolean() ? ',' : '﹐';
            case '；' -> ';';
            case '：' -> ':';
            case '“' -> '＂';
            case '”' -> '＂';
            default -> c >= '0' && c <= '9' ? (char) (c - '0' + '０') : c;
        };
    }
}
