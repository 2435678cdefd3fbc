package io.casewire.parsing;

import io.casewire.parsing.head.Dateline;
import io.casewire.parsing.head.HeadReader;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.layout.Table;
import io.casewire.parsing.outline.Ordinals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a document is of a kind that publishes no cases.
 *
 * @param outweighed the fit from which on a likeness to a list of cases outweighs it
 */
record OtherKind(String reason, int outweighed) {
    private static final int MIN_ARTICLES = 4;
    /** Only a structure that cannot be there by chance speaks against these. */
    private static final int FIRM = 90;
    /** A table or labelled items do; titles that are merely numbered do not. */
    private static final int LOOSE = 85;

    private static final List<String> BULLETINS = List.of("统计公报", "统计年鉴", "统计月报", "经济运行情况", "主要指标", "统计数据");
    private static final List<String> SCORES = List.of("分值", "评分", "权重", "得分", "扣分", "考核标准", "评价标准");
    private static final List<String> EXPLANATIONS = List.of("政策解读", "答记者问", "图解", "一图读懂", "政策问答", "解读");
    private static final List<String> TENDERS = List.of("招标", "采购公告", "中标", "成交公告", "竞争性磋商", "投标", "拍卖", "比选公告", "询价");
    private static final List<String> STAFF =
            List.of("招聘", "任免", "任职", "免职", "录用", "遴选", "面试", "选调", "先进集体", "先进个人", "先进单位", "劳动模范");
    private static final List<String> MEETINGS = List.of("会议纪要", "议程", "日程", "讲话", "致辞", "发言", "推进会", "座谈会");
    private static final List<String> SUMMARIES =
            List.of("工作总结", "述职", "工作汇报", "工作打算", "调研报告", "学习心得", "情况的报告", "情况报告", "情况汇报");
    private static final List<String> GUIDES =
            List.of("办事指南", "服务指南", "申报指南", "申报通知", "征集", "申请表", "申报表", "模板", "填报说明", "培训", "讲义", "撰写");

    private static final String IN_FULL = "全文如下";
    private static final List<String> EVENTS =
            List.of("出台", "发布", "公布", "召开", "启动", "举行", "亮相", "解读", "落地", "推出", "获批", "来了", "：", "！", "？");

    /** Why the document is of another kind; null where nothing says so. */
    static @Nullable OtherKind of(DocumentText text, @Nullable String title) {
        int articles = 0;
        boolean reporter = false;
        boolean dateline = false;
        boolean inFull = false;
        for (Paragraph paragraph : text.paragraphs()) {
            String line = paragraph.text();
            articles += articles(line);
            reporter |= line.contains("（记者") || line.contains("本报记者");
            boolean agency = Dateline.endOf(line) > 0;
            dateline |= agency;
            inFull |= agency && line.contains(IN_FULL);
            reporter |= !agency && line.startsWith("新华社");
        }
        boolean news = (reporter || dateline) && !inFull && (reporter || !isOfficial(title));
        if (articles >= MIN_ARTICLES) {
            return new OtherKind("it is a regulation with " + articles + " or more articles (第…条)", FIRM);
        }
        if (title != null && contains(title, BULLETINS)) {
            return new OtherKind("it is a statistics bulletin", FIRM);
        }
        for (Table table : text.tables()) {
            if (table.header().stream().anyMatch(name -> contains(name, SCORES)) || scoresInRows(table)) {
                return new OtherKind("its table rates or scores", text.tables().size() == 1 ? FIRM : 0);
            }
        }
        OtherKind byTitle = title == null ? null : ofTitle(title);
        return byTitle == null && news ? new OtherKind("it is a news story", LOOSE) : byTitle;
    }

    private static @Nullable OtherKind ofTitle(String title) {
        if (contains(title, TENDERS)) {
            return new OtherKind("it is a tender", FIRM);
        }
        if (contains(title, STAFF)) {
            return new OtherKind("it is about staff", FIRM);
        }
        if (contains(title, EXPLANATIONS)) {
            return new OtherKind("it explains a policy", LOOSE + 1);
        }
        if (contains(title, MEETINGS)) {
            return new OtherKind("it is a speech or about a meeting", LOOSE);
        }
        if (contains(title, SUMMARIES) && !title.contains("复制推广")) {
            return new OtherKind("it sums up the work of an office", LOOSE);
        }
        return contains(title, GUIDES) ? new OtherKind("it tells how to apply", LOOSE) : null;
    }

    /** A header the table reader did not know stands among the rows. */
    private static boolean scoresInRows(Table table) {
        return table.header().isEmpty()
                && !table.rows().isEmpty()
                && table.rows().getFirst().cells().stream()
                        .anyMatch(name -> name.length() < 10 && contains(name, SCORES));
    }

    private static int articles(String line) {
        int count = 0;
        for (int at = line.indexOf('第'); at >= 0; at = line.indexOf('第', at + 1)) {
            int end = line.indexOf('条', at);
            boolean begins = at == 0 || "。； ".indexOf(line.charAt(at - 1)) >= 0;
            if (begins && end > at + 1 && end - at <= 6 && Ordinals.ofCell(line.substring(at + 1, end)) > 0) {
                count++;
            }
        }
        return count;
    }

    /** What an agency publishes under its dateline may be the official text itself: its title tells of no event. */
    private static boolean isOfficial(@Nullable String title) {
        if (title == null || !HeadReader.isOfficialTitle(title)) {
            return false;
        }
        int about = title.indexOf("关于");
        return !contains(about < 0 ? title : title.substring(0, about), EVENTS);
    }

    private static boolean contains(String text, List<String> words) {
        return words.stream().anyMatch(text::contains);
    }
}
