package io.casewire.parsing.page;

import io.casewire.parsing.layout.Omission;
import io.casewire.parsing.layout.Omission.Reason;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.table.SiteField;
import io.casewire.text.CharacterSet;
import io.casewire.text.Glyphs;
import io.casewire.text.Lexicon;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what belongs to the page and the web site, not to the text. */
final class Boilerplate {
    private static final Lexicon NAVIGATION_STARTS = Lexicon.of(
            "当前位置", "您的位置", "您现在的位置", "首页>", "首页 >", "打印本页", "【打印", "关闭窗口", "【关闭", "上一篇", "下一篇", "网站地图", "版权所有",
            "主办单位：", "承办单位：", "扫一扫在手机", "分享到", "字体：", "字号：", "浏览次数", "阅读量", "点击关注", "长按识别", "微信扫一扫", "责任编辑", "相关链接",
            "相关阅读", "相关文章", "相关文档", "相关解读", "延伸阅读", "返回顶部", "无障碍浏览", "网站标识码", "公网安备", "精彩推荐", "点分享", "点赞", "点亮“在看”",
            "供稿：", "图文来源");
    /** Lines below and above a posted article that say who made it and what to tap. */
    private static final Lexicon IMPRINT_STARTS = Lexicon.of(
            "来源：", "编辑：", "责编：", "编校：", "校对：", "审核：", "监制：", "值班编辑", "图文：", "撰稿：", "点击上方", "点击蓝字", "点击标题下", "阅读原文",
            "喜欢就点", "点个“在看”", "长按二维码", "往期推荐", "往期回顾");

    private static final Lexicon HOME = Lexicon.of("首页", "网站首页", "主页", "本站首页");
    private static final CharacterSet PATH_MARKS = CharacterSet.of(">＞»›→");
    private static final int MAX_PLACE_LABEL = 8;

    private static final CharacterSet RULES = CharacterSet.of("-—_=*·.~━─═ ");
    private static final int MAX_IMPRINT_LENGTH = 30;
    private static final List<String> TOOLS = List.of(
            "字体", "字号", "打印", "关闭", "收藏", "分享", "保存", "返回", "顶部", "本页", "窗口", "微信", "微博", "大", "中", "小", "到", "【", "】",
            "[", "]", "：", " ", "|", "/");
    private static final Lexicon NAVIGATION_PARTS =
            Lexicon.of("ICP备", "公网安备", "网站标识码", "您现在的位置：首页", "当前位置：首页", "您的位置：首页", "所在位置：首页");
    private static final List<String> TRAILERS = List.of("扫一扫在手机打开当前页", "扫一扫，在手机打开当前页面", "【打印】", "【关闭】");
    private static final Lexicon METADATA_STARTS = Lexicon.of(
            "索引号：", "主题分类：", "发文机关：", "成文日期：", "标题：", "发文字号：", "发布日期：", "主题词：", "编稿时间：", "发布时间：", "信息来源：", "文章来源：",
            "信息分类：", "公开日期：", "文号：", "发布机构：", "发文机构：", "生成日期：", "有效性：", "名称：", "来源：", "信息索引：", "信息索引号：", "信息名称：",
            "信息标题：", "公文标题：", "文件标题：", "发文单位：", "制发机关：", "制发单位：", "印发机关：", "发文日期：", "印发日期：", "发文时间：", "成文时间：", "公布日期：",
            "公开时间：", "发布机关：", "发文文号：", "公文文号：", "文件编号：", "体裁分类：", "组配分类：", "公文种类：", "效力状态：", "公开方式：", "公开形式：", "公开范围：",
            "公开类别：");

    private static final Set<String> SECRECY = Set.of("绝密", "机密", "秘密");
    private static final Set<String> URGENCY = Set.of("特急", "加急", "急件", "平急", "特提");
    private static final int MAX_MARK_LENGTH = 16;

    private static final List<String> LINK_TITLES = List.of("往期推荐", "往期回顾", "推荐阅读", "延伸阅读", "相关阅读", "相关链接", "精彩推荐");
    private static final int MAX_LINKS = 30;
    private static final int MAX_LINK_LENGTH = 80;
    private static final int MIN_FOREIGN = 3;
    private static final int MIN_FOREIGN_LENGTH = 8;

    private Boilerplate() {}

    /** Why a line is boilerplate by itself; null where it is text. */
    static @Nullable Reason of(Line line) {
        String text = line.text();
        if (isRule(text)) {
            return Reason.RULE;
        }
        if (Pagination.isNumber(line)) {
            return Reason.PAGE_NUMBER;
        }
        boolean fields = isMetadata(text) && SiteField.in(text).size() > 1;
        if (isNavigation(text) || (isImprint(text) && !fields) || isToolBar(text)) {
            return Reason.NAVIGATION;
        }
        return isMetadata(text) || isMarkOfHandling(text) ? Reason.METADATA : null;
    }

    /** 机密★一年, 特急: how an official document is to be kept and sent, above its head or on every page (GB/T 9704, 7.2.2 and 7.2.3). */
    private static boolean isMarkOfHandling(String text) {
        if (text.length() > MAX_MARK_LENGTH) {
            return false;
        }
        String letters = text.replace(" ", "");
        int star = letters.indexOf('★');
        return star >= 0
                ? SECRECY.contains(letters.substring(0, star))
                : URGENCY.contains(letters) || SECRECY.contains(letters);
    }

    /** The text without what web pages hang behind its last sentence. */
    static Paragraph withoutTrailers(Paragraph paragraph) {
        String text = paragraph.text();
        for (String trailer : TRAILERS) {
            if (text.endsWith(trailer) && text.length() > trailer.length()) {
                return paragraph.slice(0, text.length() - trailer.length());
            }
        }
        return paragraph;
    }

    private static boolean isRule(String text) {
        return text.length() >= 3 && RULES.containsAll(text);
    }

    private static boolean isNavigation(String text) {
        return text.length() <= 120
                && (NAVIGATION_STARTS.isAt(text, 0) || NAVIGATION_PARTS.isIn(text) || isBreadcrumb(text));
    }

    /** 您所在的位置：首页 > 政务公开: the path through a site, whatever it calls itself. */
    private static boolean isBreadcrumb(String text) {
        int place = text.indexOf("位置");
        int colon = place < 0 || place > MAX_PLACE_LABEL ? -1 : text.indexOf('：', place);
        boolean labelled = colon >= 0 && colon <= place + MAX_PLACE_LABEL;
        int from = labelled ? colon + 1 : 0;
        while (from < text.length() && (text.charAt(from) == ' ' || PATH_MARKS.contains(text.charAt(from)))) {
            from++;
        }
        int home = HOME.endAt(text, from);
        boolean marked = PATH_MARKS.isIn(text);
        return labelled ? home > from || (marked && text.indexOf('。') < 0) : home > from && leadsOn(text, home);
    }

    private static boolean leadsOn(String text, int home) {
        int at = home;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() && PATH_MARKS.contains(text.charAt(at));
    }

    private static boolean isImprint(String text) {
        if (text.length() > MAX_IMPRINT_LENGTH || text.indexOf('。') >= 0) {
            return false;
        }
        int from = 0;
        while (from < text.length() && (text.charAt(from) == '（' || Glyphs.isSign(text.codePointAt(from)))) {
            from += Character.charCount(text.codePointAt(from));
        }
        return IMPRINT_STARTS.isAt(text, from);
    }

    /** 【字体：大 中 小】打印 关闭: nothing but the names of buttons. */
    private static boolean isToolBar(String text) {
        if (text.length() > MAX_IMPRINT_LENGTH
                || !(text.contains("打印") || text.contains("字体") || text.contains("字号"))) {
            return false;
        }
        int at = 0;
        while (at < text.length()) {
            int from = at;
            for (String tool : TOOLS) {
                if (text.startsWith(tool, at)) {
                    at += tool.length();
                    break;
                }
            }
            if (at == from) {
                return false;
            }
        }
        return true;
    }

    /** Whether a line begins with the label of a field that a site prints. */
    static boolean isMetadata(String text) {
        return text.length() <= 200 && METADATA_STARTS.isAt(text, 0);
    }

    /** Index of the line from which on only links to other pages stand; the number of lines where there are none. */
    static int linksBelow(List<Line> lines) {
        int printed = 0;
        for (int i = lines.size() - 1; i >= 0 && printed <= MAX_LINKS; i--) {
            String text = lines.get(i).text();
            if (lines.get(i).table() != null || text.length() > MAX_LINK_LENGTH || text.endsWith("。")) {
                return lines.size();
            }
            if (LINK_TITLES.stream().anyMatch(text::startsWith)) {
                return i;
            }
            printed += text.isEmpty() ? 0 : 1;
        }
        return lines.size();
    }

    static Omission omission(Line line, Reason reason) {
        return new Omission(line.number(), reason, line.text());
    }

    /** Whether lines without any Chinese translate a Chinese text, line by line or below it. */
    static boolean isTranslated(List<Line> lines) {
        int chinese = 0;
        int foreign = 0;
        for (Line line : lines) {
            if (isForeign(line)) {
                foreign++;
            } else if (hasChinese(line.text())) {
                chinese++;
            }
        }
        return foreign >= MIN_FOREIGN && chinese >= foreign;
    }

    /** Words of another script and nothing in Chinese. */
    static boolean isForeign(Line line) {
        String text = line.text();
        if (line.table() != null || line.isDrawn() || text.length() < MIN_FOREIGN_LENGTH || text.contains("://")) {
            return false;
        }
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Glyphs.isHan(c)) {
                return false;
            }
            letters += Character.isLetter(c) ? 1 : 0;
        }
        return letters * 2 > text.length() && text.indexOf(' ') > 0;
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
