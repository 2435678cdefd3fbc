package io.casewire.ingest.page;

import io.casewire.ingest.layout.Omission;
import io.casewire.ingest.layout.Omission.Reason;
import io.casewire.ingest.layout.Table;
import io.casewire.ingest.text.Glyphs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what belongs to the page and the web site, not to the text. */
final class Furniture {
    private static final List<String> NAVIGATION_STARTS = List.of(
            "当前位置", "您的位置", "您现在的位置", "首页>", "首页 >", "打印本页", "【打印", "关闭窗口", "【关闭", "上一篇", "下一篇", "网站地图", "版权所有",
            "主办单位：", "承办单位：", "扫一扫在手机", "分享到", "字体：", "字号：", "浏览次数", "阅读量", "点击关注", "长按识别", "微信扫一扫", "责任编辑", "相关链接",
            "相关阅读", "返回顶部", "无障碍浏览", "网站标识码", "公网安备", "点击上方", "往期推荐", "往期回顾", "精彩推荐", "编辑：", "责编：", "审核：", "校对：", "点分享",
            "点赞", "点亮“在看”", "供稿：", "图文来源");
    private static final List<String> NAVIGATION_PARTS = List.of("ICP备", "公网安备", "网站标识码");
    private static final List<String> TRAILERS = List.of("扫一扫在手机打开当前页", "扫一扫，在手机打开当前页面", "【打印】", "【关闭】");
    private static final List<String> METADATA_STARTS = List.of(
            "索引号：", "主题分类：", "发文机关：", "成文日期：", "标题：", "发文字号：", "发布日期：", "主题词：", "编稿时间：", "发布时间：", "信息来源：", "文章来源：",
            "信息分类：", "公开日期：", "文号：", "发布机构：", "发文机构：", "生成日期：", "有效性：", "名称：", "来源：");

    private static final List<String> LINK_TITLES = List.of("往期推荐", "往期回顾", "推荐阅读", "延伸阅读", "相关阅读", "相关链接", "精彩推荐");
    private static final int MOST_LINKS = 30;
    private static final int LONGEST_LINK = 80;

    private Furniture() {}

    /** Why a line is furniture by itself; null where it is text. */
    static @Nullable Reason of(Line line) {
        String text = line.text();
        if (isRule(text)) {
            return Reason.RULE;
        }
        if (isPageNumber(text)) {
            return Reason.PAGE_NUMBER;
        }
        if (isNavigation(text)) {
            return Reason.NAVIGATION;
        }
        return isMetadata(text) ? Reason.METADATA : null;
    }

    /** The text without what web pages hang behind its last sentence. */
    static String withoutTrailers(String text) {
        for (String trailer : TRAILERS) {
            if (text.endsWith(trailer)) {
                return text.substring(0, text.length() - trailer.length()).strip();
            }
        }
        return text;
    }

    private static boolean isRule(String text) {
        return text.length() >= 3 && text.chars().allMatch(c -> "-—_=*·.~━─═ ".indexOf(c) >= 0);
    }

    /** {@code - 12 -}, {@code 第3页}, {@code 第 3 页 共 10 页}, {@code 3/10}; a bare number may be data. */
    private static boolean isPageNumber(String text) {
        if (text.length() > 16) {
            return false;
        }
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits += c >= '0' && c <= '9' ? 1 : 0;
            if (!(c >= '0' && c <= '9') && "-—–·第页共/ ，,".indexOf(c) < 0) {
                return false;
            }
        }
        if (digits == 0 || digits == text.length()) {
            return false;
        }
        boolean dashed = isDash(text.charAt(0)) && isDash(text.charAt(text.length() - 1)) && digits <= 4;
        boolean worded = text.startsWith("第") && text.indexOf('页') > 0;
        return dashed || worded;
    }

    private static boolean isDash(char c) {
        return c == '-' || c == '—' || c == '–' || c == '·';
    }

    private static boolean isNavigation(String text) {
        if (text.length() > 120) {
            return false;
        }
        for (String start : NAVIGATION_STARTS) {
            if (text.startsWith(start)) {
                return true;
            }
        }
        for (String part : NAVIGATION_PARTS) {
            if (text.contains(part)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMetadata(String text) {
        if (text.length() > 200) {
            return false;
        }
        for (String start : METADATA_STARTS) {
            if (text.startsWith(start)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Marks bare numbers that count pages: a chain of at least three in steps of one, well apart. Anything less may be
     * the value of a table or the number of a chapter.
     */
    static boolean[] barePageNumbers(List<Line> lines) {
        boolean[] marked = new boolean[lines.size()];
        List<Integer> chain = new ArrayList<>();
        int expected = -1;
        for (int i = 0; i < lines.size(); i++) {
            int value = lines.get(i).headingLevel() > 0
                    ? -1
                    : bareNumber(lines.get(i).text());
            if (value < 0) {
                continue;
            }
            if (value == expected && i - chain.getLast() >= 8) {
                chain.add(i);
                expected++;
            } else if (chain.size() < 3) {
                chain.clear();
                chain.add(i);
                expected = value + 1;
            }
        }
        if (chain.size() >= 3) {
            chain.forEach(i -> marked[i] = true);
        }
        return marked;
    }

    /** Index of the line from which on only links to other pages stand; the number of lines where there are none. */
    static int linksBelow(List<Line> lines) {
        int printed = 0;
        for (int i = lines.size() - 1; i >= 0 && printed <= MOST_LINKS; i--) {
            String text = lines.get(i).text();
            if (lines.get(i).table() != null || text.length() > LONGEST_LINK || text.endsWith("。")) {
                return lines.size();
            }
            if (LINK_TITLES.stream().anyMatch(text::startsWith)) {
                return i;
            }
            printed += text.isEmpty() ? 0 : 1;
        }
        return lines.size();
    }

    private static int bareNumber(String text) {
        // 01 announces a part
        if (text.isEmpty()
                || text.length() > 4
                || text.charAt(0) == '0'
                || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        return Integer.parseInt(text);
    }

    /** Whether a table is the block of labelled fields that government sites print above a document. */
    static boolean isMetadata(Table table) {
        int labels = 0;
        for (Table.Row row : table.rows()) {
            for (String cell : row.cells()) {
                labels += isMetadata(cell.endsWith("：") ? cell : cell + "：") ? 1 : 0;
            }
        }
        return table.header().isEmpty() && labels >= 2 && labels >= table.rows().size();
    }

    /** Each row of such a table as one line. */
    static List<Omission> metadata(Table table) {
        List<Omission> omissions = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            omissions.add(new Omission(row.lines().first(), Reason.METADATA, labelled(row.cells())));
        }
        return omissions;
    }

    /** Cells that are labels get the colon they have in running text. */
    private static String labelled(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            boolean label = !cell.endsWith("：") && isMetadata(cell + "：");
            line.append(line.isEmpty() ? "" : "\t").append(cell).append(label ? "：" : "");
        }
        return line.toString();
    }

    static Omission omission(Line line, Reason reason) {
        return new Omission(line.number(), reason, line.text());
    }

    /** Whether the text has Chinese in it at all. */
    static boolean hasChinese(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Glyphs.isHan(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
