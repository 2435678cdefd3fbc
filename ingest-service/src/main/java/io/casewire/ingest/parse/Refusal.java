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
 * @param firm true where no likeness to a list of cases outweighs it
 */
record Refusal(String reason, boolean firm) {
    private static final int FEWEST_ARTICLES = 4;
    private static final List<String> BULLETINS = List.of("统计公报", "统计年鉴", "统计月报", "经济运行情况", "主要指标", "统计数据");
    private static final List<String> SCORES = List.of("分值", "评分", "权重", "得分", "扣分", "考核标准", "评价标准");
    private static final List<String> EXPLANATIONS = List.of("政策解读", "答记者问", "图解", "一图读懂");

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
            return new Refusal("it is a regulation with " + articles + " or more articles (第…条)", true);
        }
        if (title != null && contains(title, BULLETINS)) {
            return new Refusal("it is a statistics bulletin", true);
        }
        for (Table table : text.tables()) {
            if (table.header().stream().anyMatch(name -> contains(name, SCORES)) || scoresInRows(table)) {
                return new Refusal("its table rates or scores", text.tables().size() == 1);
            }
        }
        if (title != null && contains(title, EXPLANATIONS)) {
            return new Refusal("it explains a policy", false);
        }
        return reporter ? new Refusal("it is a news story", false) : null;
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
