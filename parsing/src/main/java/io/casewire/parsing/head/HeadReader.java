package io.casewire.parsing.head;

import io.casewire.parsing.layout.Block;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.table.SiteField;
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

    private static final List<String> AGREEMENTS = List.of("安排", "协议", "协定", "备忘录");

    private HeadReader() {}

    /** What the document says of itself; parts it does not say are null. */
    public static DocumentIdentity read(DocumentText text) {
        SiteLabels labels = SiteLabels.of(text.omissions());
        List<Paragraph> head = head(text);
        List<Paragraph> page = text.paragraphs();
        page = page.subList(0, Math.min(MAX_FURNITURE_LENGTH, page.size()));
        NumberLine line = NumberLine.in(page, head.size());
        Announced announced = Announced.in(head);
        String title = title(labels, Titles.of(head, page, line), announced);
        String number = labels.value(SiteField.NUMBER);
        number = number == null && line != null ? line.number() : number;
        Signature signature = Signature.find(text);
        String issuer = issuer(labels, signature, announced, title, head);
        String date = first(
                labels.value(SiteField.DATED),
                signature.date(),
                Dates.inBrackets(head),
                labels.value(SiteField.PUBLISHED));
        return new DocumentIdentity(title, issuer, number, date, key(title, issuer, number, text));
    }

    private static @Nullable String title(SiteLabels labels, @Nullable String printed, @Nullable Announced announced) {
        String title = first(labels.value(SiteField.TITLE), printed, announced == null ? null : announced.title());
        String name = labels.value(SiteField.NAME);
        boolean better = name != null && Titles.isComplete(name) && (title == null || !Titles.isComplete(title));
        return better ? name : title;
    }

    private static @Nullable String issuer(
            SiteLabels labels,
            Signature signature,
            @Nullable Announced announced,
            @Nullable String title,
            List<Paragraph> head) {
        String named = first(labels.value(SiteField.ISSUER), signature.issuer());
        if (named != null) {
            return named;
        }
        return first(announced != null ? announced.issuer() : issuerOf(title, head), labels.value(SiteField.PUBLISHER));
    }

    private static @Nullable String first(@Nullable String... values) {
        for (String value : values) {
            if (value != null) {
                return value;
            }
        }
        return null;
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

    /** 内地与香港关于…的安排: those who agree on a text are no body that issues it. */
    private static boolean isOfParties(String title, int about) {
        int joins = title.indexOf('与');
        return joins > 0 && joins < about && AGREEMENTS.stream().anyMatch(kind -> title.indexOf(kind, about) > 0);
    }

    private static @Nullable String issuerOf(@Nullable String title, List<Paragraph> head) {
        if (title != null) {
            int about = title.indexOf("关于");
            if (about > 2 && !isOfParties(title, about)) {
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
}
