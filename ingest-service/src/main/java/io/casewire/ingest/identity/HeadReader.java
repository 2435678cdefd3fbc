package io.casewire.ingest.identity;

import io.casewire.ingest.layout.Block;
import io.casewire.ingest.layout.DocumentText;
import io.casewire.ingest.layout.Omission;
import io.casewire.ingest.layout.Omission.Reason;
import io.casewire.ingest.layout.Paragraph;
import io.casewire.ingest.outline.Marker;
import io.casewire.ingest.recogniser.DocumentIdentity;
import io.casewire.ingest.text.Fold;
import io.casewire.ingest.text.Glyphs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads title, issuer, number and date from the top of a document and the signature below its text. */
public final class HeadReader {
    /** A head is no longer than this, or it is body already. */
    private static final int LONGEST_HEAD = 14;

    private static final int LONGEST_ANNEX_NUMBER = 5;

    private static final List<String> KINDS = List.of(
            "通知", "意见", "方案", "决定", "公告", "函", "批复", "办法", "条例", "规定", "措施", "清单", "汇总表", "报告", "案例", "成果", "规划", "要点",
            "细则", "通报", "计划", "公报", "名单", "分工", "经验", "做法", "举措");

    private static final List<String> BODIES =
            List.of("领导小组", "人民政府", "办公厅", "办公室", "委员会", "国务院", "厅", "局", "部", "署", "委", "管委会", "等部门");

    private HeadReader() {}

    /** What the document says of itself; parts it does not say are null. */
    public static DocumentIdentity read(DocumentText text) {
        Labels labels = Labels.of(text.omissions());
        List<Paragraph> head = head(text);
        String title = labels.title != null ? labels.title : title(head);
        String number = labels.number != null ? labels.number : number(head);
        Signature signature = Signature.find(text);
        String issuer = labels.issuer != null ? labels.issuer : signature.issuer();
        if (issuer == null) {
            issuer = issuerOf(title, head);
        }
        String date = labels.date != null ? labels.date : signature.date();
        return new DocumentIdentity(title, issuer, number, date, key(title, issuer, number, text));
    }

    private static String key(
            @Nullable String title, @Nullable String issuer, @Nullable String number, DocumentText text) {
        if (number != null) {
            return Fold.key(number);
        }
        if (title != null) {
            return Fold.key((issuer == null ? "" : issuer) + title);
        }
        // nothing names it: its first words have to
        for (Paragraph paragraph : text.paragraphs()) {
            String key = Fold.key(paragraph.text());
            if (key.length() >= 8) {
                return key.substring(0, Math.min(40, key.length()));
            }
        }
        return Fold.key(text.name());
    }

    private static List<Paragraph> head(DocumentText text) {
        List<Paragraph> head = new ArrayList<>();
        for (Block block : text.blocks()) {
            if (!(block instanceof Paragraph paragraph) || head.size() >= LONGEST_HEAD) {
                break;
            }
            head.add(paragraph);
        }
        return head;
    }

    private static @Nullable String number(List<Paragraph> head) {
        for (Paragraph paragraph : head) {
            String line = paragraph.text();
            DocumentNumbers.Found found = DocumentNumbers.findAt(line, 0);
            boolean alone = found != null && line.length() <= found.end() - found.start() + 4;
            boolean ranInto = found != null
                    && line.length() > 120
                    && found.start() > 0
                    && found.start() < 80
                    && paragraph == head.getFirst()
                    && line.charAt(found.start() - 1) != '（'
                    && line.substring(0, found.start()).indexOf('，') < 0;
            if (found != null && (alone || ranInto)) {
                return found.number();
            }
            if (line.endsWith("：") && line.length() > 8) {
                return null;
            }
        }
        return null;
    }

    /** Title lines run until the number, the addressees or the first sentence. */
    private static @Nullable String title(List<Paragraph> head) {
        StringBuilder title = new StringBuilder();
        for (Paragraph paragraph : head) {
            String line = paragraph.text();
            boolean number = DocumentNumbers.find(line) != null && line.length() < 30;
            boolean addressees = line.endsWith("：");
            boolean prose = Glyphs.isSentenceEnd(line.charAt(line.length() - 1)) || line.length() > 120;
            if (title.isEmpty() && prose) {
                return ranInTitle(line);
            }
            if (number || addressees || prose || Marker.read(line) != null || line.startsWith("（")) {
                break;
            }
            if (Dates.isDate(line) || !hasChinese(line) || isAnnexNumber(line)) {
                continue;
            }
            if (!title.isEmpty() && !goesOn(title, line)) {
                break;
            }
            title.append(line);
        }
        return title.isEmpty() ? null : title.toString();
    }

    /** One line may hold the whole document; the title then ends at the number or at its kind of document. */
    private static @Nullable String ranInTitle(String line) {
        DocumentNumbers.Found found = DocumentNumbers.findAt(line, 0);
        if (found != null && found.start() > 8 && found.start() < 80 && line.charAt(found.start() - 1) != '（') {
            return line.substring(0, found.start());
        }
        return null;
    }

    /** Whether a further line belongs to a title that was broken over lines. */
    private static boolean goesOn(StringBuilder title, String line) {
        String soFar = title.toString();
        if (line.startsWith("关于") || line.startsWith("印发")) {
            return isBody(soFar);
        }
        if (soFar.contains("关于")) {
            return !isComplete(soFar);
        }
        return !isComplete(soFar) && soFar.length() <= 16 && line.length() <= 16 && isComplete(line);
    }

    private static boolean isComplete(String text) {
        String bare = text.endsWith("”") || text.endsWith("》") || text.endsWith("）")
                ? text.substring(0, text.length() - 1)
                : text;
        return KINDS.stream().anyMatch(bare::endsWith);
    }

    private static boolean isAnnexNumber(String line) {
        return line.startsWith("附件") && line.length() <= LONGEST_ANNEX_NUMBER;
    }

    private static boolean isBody(String line) {
        return BODIES.stream().anyMatch(line::endsWith);
    }

    private static boolean hasChinese(String line) {
        return line.chars().anyMatch(c -> Glyphs.isHan((char) c));
    }

    private static @Nullable String issuerOf(@Nullable String title, List<Paragraph> head) {
        if (title != null) {
            int about = title.indexOf("关于");
            if (about > 2) {
                return title.substring(0, about);
            }
        }
        for (Paragraph paragraph : head) {
            String line = paragraph.text();
            if (line.length() <= 30 && (line.endsWith("领导小组") || line.endsWith("人民政府") || line.endsWith("办公室"))) {
                return line;
            }
        }
        return null;
    }

    /** The labelled fields government sites print above a document. */
    private static final class Labels {
        private @Nullable String title;
        private @Nullable String issuer;
        private @Nullable String number;
        private @Nullable String date;

        static Labels of(List<Omission> omissions) {
            Labels labels = new Labels();
            for (Omission omission : omissions) {
                if (omission.reason() == Reason.METADATA) {
                    labels.read(omission.text());
                }
            }
            return labels;
        }

        private void read(String line) {
            title = title != null ? title : value(line, "标题：");
            issuer = issuer != null ? issuer : value(line, "发文机关：");
            issuer = issuer != null ? issuer : value(line, "发文机构：");
            String printed = value(line, "发文字号：");
            printed = printed != null ? printed : value(line, "文号：");
            number = number != null || printed == null ? number : DocumentNumbers.find(printed);
            String day = value(line, "成文日期：");
            date = date != null || day == null ? date : Dates.read(day);
        }

        private static @Nullable String value(String line, String label) {
            int at = line.indexOf(label);
            if (at < 0) {
                return null;
            }
            int start = at + label.length();
            int next = line.indexOf('：', start);
            int end = line.length();
            if (next > 0) {
                end = Math.max(start, next - 4);
            }
            String value = line.substring(start, end).strip();
            return value.isEmpty() ? null : value;
        }
    }
}
