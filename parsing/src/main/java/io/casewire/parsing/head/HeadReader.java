package io.casewire.parsing.head;

import io.casewire.parsing.layout.Block;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.layout.Omission;
import io.casewire.parsing.layout.Omission.Reason;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.text.ComparableKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads title, issuer, number and date from the top of a document and the signature below its text. */
public final class HeadReader {
    /** A head is no longer than this, or it is body already. */
    private static final int MAX_HEAD_LENGTH = 14;

    /** A number may stand below all that a page prints before its text. */
    private static final int MAX_FURNITURE_LENGTH = 80;

    private HeadReader() {}

    /** What the document says of itself; parts it does not say are null. */
    public static DocumentIdentity read(DocumentText text) {
        Labels labels = Labels.of(text.omissions());
        List<Paragraph> head = head(text);
        List<Paragraph> page = text.paragraphs();
        page = page.subList(0, Math.min(MAX_FURNITURE_LENGTH, page.size()));
        NumberLine line = NumberLine.in(page, head.size());
        Announced announced = Announced.in(head);
        String title = labels.title != null ? labels.title : Titles.of(head, page, line);
        title = title == null && announced != null ? announced.title() : title;
        String number = labels.number != null || line == null ? labels.number : line.number();
        Signature signature = Signature.find(text);
        String issuer = labels.issuer != null ? labels.issuer : signature.issuer();
        if (issuer == null) {
            issuer = announced != null ? announced.issuer() : issuerOf(title, head);
        }
        String date = labels.date != null ? labels.date : signature.date();
        date = date != null ? date : Dates.inBrackets(head);
        return new DocumentIdentity(title, issuer, number, date, key(title, issuer, number, text));
    }

    /** Whether a body speaks for the whole country, as far as its name tells. */
    public static boolean isCentralBody(String name) {
        return Issuers.isCentral(name);
    }

    /** Whether a title ends with its kind of document, as those of official texts do. */
    public static boolean isOfficialTitle(String title) {
        return Titles.isComplete(title);
    }

    private static String key(
            @Nullable String title, @Nullable String issuer, @Nullable String number, DocumentText text) {
        if (number != null) {
            return ComparableKey.of(number);
        }
        if (title != null) {
            return ComparableKey.of((issuer == null ? "" : issuer) + title);
        }
        // nothing names it: its first words have to
        for (Paragraph paragraph : text.paragraphs()) {
            String key = ComparableKey.of(paragraph.text());
            if (key.length() >= 8) {
                return key.substring(0, Math.min(40, key.length()));
            }
        }
        return ComparableKey.of(text.name());
    }

    private static List<Paragraph> head(DocumentText text) {
        List<Paragraph> head = new ArrayList<>();
        for (Block block : text.blocks()) {
            if (!(block instanceof Paragraph paragraph) || head.size() >= MAX_HEAD_LENGTH) {
                break;
            }
            head.add(paragraph);
        }
        return head;
    }

    private static @Nullable String issuerOf(@Nullable String title, List<Paragraph> head) {
        if (title != null) {
            int about = title.indexOf("关于");
            if (about > 2) {
                return Issuers.of(List.of(title.substring(0, about)));
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
