package io.casewire.ingest.parse;

import io.casewire.ingest.layout.DocumentText;
import io.casewire.ingest.layout.Paragraph;
import io.casewire.ingest.layout.Table;
import io.casewire.ingest.outline.Ordinals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a document is of a kind that publishes no cases.
 *
 * @param outweighed the fit from which on a likeness to a list of cases outweighs it
 */
record Refusal(String reason, int outweighed) {
    private static final int FEWEST_ARTICLES = 4;
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

    /** Why the document is of another kind; null where nothing says so. */
    static @Nullable Refusal of(DocumentText text, @Nullable String title) {
        int articles = 0;
        boolean reporter = false;
        for (Paragraph paragraph : text.paragraphs()) {
            String line = paragraph.text();
            articles += articles(line);
            reporter |= isNews(line);
        }
        if (articles >= FEWEST_ARTICLES) {
            return new Refusal("it is a regulation with " + articles + " or more articles (第…条)", FIRM);
        }
        if (title != null && contains(title, BULLETINS)) {
            return new Refusal("it is a statistics bulletin", FIRM);
        }
        for (Table table : text.tables()) {
            if (table.header().stream().anyMatch(name -> contains(name, SCORES)) || scoresInRows(table)) {
                return new Refusal("its table rates or scores", text.tables().size() == 1 ? FIRM : 0);
            }
        }
        Refusal byTitle = title == null ? null : ofTitle(title);
        return byTitle == null && reporter ? new Refusal("it is a news story", LOOSE) : byTitle;
    }

    private static @Nullable Refusal ofTitle(String title) {
        if (contains(title, TENDERS)) {
            return new Refusal("it is a tender", FIRM);
        }
        if (contains(title, STAFF)) {
            return new Refusal("it is about staff", FIRM);
        }
        if (contains(title, EXPLANATIONS)) {
            return new Refusal("it explains a policy", LOOSE + 1);
        }
        if (contains(title, MEETINGS)) {
            return new Refusal("it is a speech or about a meeting", LOOSE);
        }
        if (contains(title, SUMMARIES) && !title.contains("复制推广")) {
            return new Refusal("it sums up the work of an office", LOOSE);
        }
        return contains(title, GUIDES) ? new Refusal("it tells how to apply", LOOSE) : null;
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

    private static boolean isNews(String line) {
        return line.contains("（记者") || line.startsWith("本报讯") || line.startsWith("新华社") || line.contains("本报记者");
    }

    private static boolean contains(String text, List<String> words) {
        return words.stream().anyMatch(text::contains);
    }
}
