package io.casewire.parsing.genre.plan;

import io.casewire.gazetteer.Gazetteer;
import io.casewire.parsing.field.deadline.DeadlineReader;
import io.casewire.parsing.field.deadline.Timeframe;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.text.Lexicon;
import java.util.List;

/** What makes work of a plan that names no units: the place it is for, or days it is due. */
final class Addressed {
    private static final int HEAD = 12;
    private static final int MAX_LINE_LENGTH = 120;
    private static final int MIN_DUE = 2;
    private static final Lexicon ZONES = Lexicon.of(
            "自贸试验区", "自由贸易", "自贸区", "自贸港", "保税区", "保税港区", "综合保税", "综保区", "开发区", "高新区", "新区", "合作区", "试验区", "示范区", "先行区",
            "片区");
    private static final List<String> EVERY_PLACE =
            List.of("各省", "各市", "各县", "各区", "各设区", "各州", "各盟", "各旗", "各地", "各自治");

    private Addressed() {}

    /** Whether title or address name a zone, a region or all places of a region. */
    static boolean isPlace(DocumentText text) {
        List<Paragraph> paragraphs = text.paragraphs();
        for (Paragraph paragraph : paragraphs.subList(0, Math.min(HEAD, paragraphs.size()))) {
            String line = paragraph.text();
            if (line.length() > MAX_LINE_LENGTH) {
                continue;
            }
            boolean address = line.endsWith("：") && EVERY_PLACE.stream().anyMatch(line::startsWith);
            boolean title = line.indexOf('。') < 0 && TaskChapter.mayStandIn(line);
            if (address
                    || (title
                            && (ZONES.isIn(line)
                                    || !Gazetteer.standard().mentions(line).isEmpty()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether tasks say until when they have to be done. */
    static boolean areDue(List<Item> tasks) {
        int due = 0;
        for (Item task : tasks) {
            boolean dated = task.paragraphs().stream()
                    .anyMatch(paragraph -> !DeadlineReader.in(paragraph.text(), Timeframe.UNKNOWN)
                            .isEmpty());
            due += dated ? 1 : 0;
        }
        return due >= MIN_DUE;
    }
}
