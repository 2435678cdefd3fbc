package io.casewire.parsing.genre.plan;

import io.casewire.parsing.field.calendar.PrintedDate;
import io.casewire.parsing.field.calendar.PrintedDates;
import io.casewire.parsing.field.responsibility.FirstUnit;
import io.casewire.parsing.field.responsibility.Responsibility;
import io.casewire.parsing.field.responsibility.ResponsibilityReader;
import io.casewire.parsing.field.responsibility.UnitNames;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.Marker;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ends a document and belongs to none of its items: the signature with its date, notes on publication, and the closing
 * paragraph that tells everybody to carry it out, be it on the last item's own line.
 */
final class EndMatter {
    private static final int MAX_SIGNATURE_LENGTH = 60;
    private static final int MAX_DATE_LENGTH = 16;
    private static final int MAX_SIGNATORIES = 16;
    private static final int SUBJECT = 40;
    private static final List<String> NOTES =
            List.of("（此件", "（信息公开", "（公开方式", "（主动公开", "抄送：", "主送：", "公开方式：", "信息公开选项：", "附件：", "附：");
    private static final List<String> EVERYBODY = List.of("各", "省政府", "市政府", "省人民政府", "市人民政府");

    private static final List<String> FORCE = List.of("起施行", "起实施", "起执行", "起生效", "有效期", "负责解释");

    private final List<Paragraph> paragraphs = new ArrayList<>();
    private final BitSet marked = new BitSet();

    private EndMatter(List<Paragraph> printed) {
        for (int i = 0; i < printed.size(); i++) {
            Paragraph closing = endsItems(printed, i) ? closingOf(printed.get(i)) : null;
            closing = closing == null ? signatureOf(printed.get(i)) : closing;
            if (closing == null) {
                paragraphs.add(printed.get(i));
            } else {
                Paragraph whole = printed.get(i);
                paragraphs.add(
                        whole.slice(0, whole.text().length() - closing.text().length()));
                marked.set(paragraphs.size());
                paragraphs.add(closing);
            }
        }
    }

    static EndMatter of(List<Paragraph> printed) {
        EndMatter end = new EndMatter(printed);
        end.markNotes();
        end.markSignatures();
        end.markClosing();
        return end;
    }

    /** All paragraphs, a closing one apart from the item it ran into. */
    List<Paragraph> paragraphs() {
        return paragraphs;
    }

    /** Whether that paragraph ends the document, so that no item goes on behind it. */
    boolean isAt(int index) {
        return marked.get(index);
    }

    private static boolean endsItems(List<Paragraph> printed, int at) {
        return at + 1 >= printed.size() || Marker.read(printed.get(at + 1).text()) == null;
    }

    /** The part behind the bracket with the units that is said to everybody; null where there is none. */
    private static @Nullable Paragraph closingOf(Paragraph paragraph) {
        List<Responsibility> inside = ResponsibilityReader.inside(paragraph.text(), FirstUnit.IS_ONE_OF_MANY);
        if (inside.isEmpty()) {
            return null;
        }
        Paragraph rest = paragraph.slice(inside.getLast().end());
        boolean last = ResponsibilityReader.trailing(rest.text(), FirstUnit.IS_ONE_OF_MANY) == null;
        return last && isClosing(rest.text()) ? rest : null;
    }

    /** The signature with its date that ran into the end of an item; null where none did. */
    private static @Nullable Paragraph signatureOf(Paragraph paragraph) {
        String text = paragraph.text();
        int end = text.endsWith("）") && text.lastIndexOf("（此件") > 0 ? text.lastIndexOf("（此件") : text.length();
        if (end == 0 || !text.substring(0, end).strip().endsWith("日")) {
            return null;
        }
        int from = Math.max(1, end - MAX_SIGNATURE_LENGTH - MAX_DATE_LENGTH);
        for (int at = from; at < end; at++) {
            boolean behindSentence = "。）".indexOf(text.charAt(at - 1)) >= 0;
            if (behindSentence && isSignatureWithDate(text.substring(at, end).strip())) {
                return paragraph.slice(at);
            }
        }
        return null;
    }

    private static boolean isClosing(String text) {
        String subject = text.substring(0, Math.min(SUBJECT, text.length()));
        boolean everybody = EVERYBODY.stream().anyMatch(text::startsWith)
                && text.endsWith("。")
                && "要应须将".chars().anyMatch(verb -> subject.indexOf(verb) > 0);
        return everybody || isOnForce(text);
    }

    /** 本方案自印发之日起施行，有效期3年。 */
    private static boolean isOnForce(String text) {
        return text.startsWith("本")
                && text.length() <= MAX_SIGNATURE_LENGTH
                && FORCE.stream().anyMatch(text::contains);
    }

    private void markNotes() {
        for (int i = 0; i < paragraphs.size(); i++) {
            String text = paragraphs.get(i).text();
            if (NOTES.stream().anyMatch(text::startsWith)) {
                marked.set(i);
            }
        }
    }

    private void markSignatures() {
        boolean end = true;
        for (int i = paragraphs.size() - 1; i >= 0; i--) {
            String text = paragraphs.get(i).text();
            if (isDate(text)) {
                boolean signed = markSignatories(i);
                if (signed || end) {
                    marked.set(i);
                }
            } else if (isSignatureWithDate(text)) {
                marked.set(i);
            }
            end &= marked.get(i);
        }
    }

    private boolean markSignatories(int date) {
        int at = date - 1;
        while (at >= 0
                && date - at <= MAX_SIGNATORIES
                && isSignatory(paragraphs.get(at).text())) {
            marked.set(at);
            at--;
        }
        return at < date - 1;
    }

    private static boolean isDate(String text) {
        PrintedDate date = text.length() > MAX_DATE_LENGTH ? null : PrintedDates.at(text, 0);
        return date != null && date.day() != null && date.end() == text.length();
    }

    private static boolean isSignatory(String text) {
        String name = text.replace(" ", "");
        return name.length() > 2
                && name.length() <= MAX_SIGNATURE_LENGTH
                && UnitNames.endsLikeUnit(name)
                && name.chars().noneMatch(c -> "，。；：、".indexOf(c) >= 0)
                && Marker.read(text) == null;
    }

    /** 国务院办公厅 2024年7月1日 */
    private static boolean isSignatureWithDate(String text) {
        if (text.length() > MAX_SIGNATURE_LENGTH + MAX_DATE_LENGTH || !text.endsWith("日")) {
            return false;
        }
        for (int at = 3; at < text.length(); at++) {
            if (PrintedDates.at(text, at) != null) {
                return isDate(text.substring(at))
                        && isSignatory(text.substring(0, at).strip());
            }
        }
        return false;
    }

    /** Paragraphs to everybody right above a signature or at the end. */
    private void markClosing() {
        boolean end = true;
        for (int i = paragraphs.size() - 1; i >= 0; i--) {
            String text = paragraphs.get(i).text();
            boolean closing = end
                    && Marker.read(text) == null
                    && isClosing(text)
                    && ResponsibilityReader.trailing(text, FirstUnit.IS_ONE_OF_MANY) == null;
            if (closing) {
                marked.set(i);
            }
            end = marked.get(i);
        }
    }
}
