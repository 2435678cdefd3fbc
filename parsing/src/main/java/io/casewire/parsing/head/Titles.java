package io.casewire.parsing.head;

import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.Marker;
import io.casewire.text.Glyphs;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts a title together from the lines of a head. */
final class Titles {
    /** A title is no longer than this, or one line holds the whole document. */
    private static final int MAX_LENGTH = 120;

    private static final int MAX_LINES = 5;
    private static final int MAX_BODY_LENGTH = 30;
    private static final int MAX_HALF_LENGTH = 16;
    private static final int MAX_ANNEX_NUMBER_LENGTH = 5;
    private static final String RED_HEAD = "文件";

    private static final List<String> KINDS = List.of(
            "通知", "意见", "方案", "决定", "公告", "函", "批复", "办法", "条例", "规定", "措施", "清单", "汇总表", "报告", "案例", "成果", "规划", "要点",
            "细则", "通报", "计划", "公报", "名单", "分工", "经验", "做法", "举措", "协议", "协定");

    private static final List<String> SUBJECTS = List.of("案例", "成果", "经验", "做法", "举措", "清单", "名单", "措施", "分工");
    private static final List<String> LETTERS = List.of("的通知", "的通报", "的意见", "的公告", "的决定", "的函", "的批复", "的报告");

    private static final List<String> BODIES = List.of(
            "领导小组", "人民政府", "办公厅", "办公室", "委员会", "国务院", "厅", "局", "部", "署", "委", "管委会", "等部门", "海关", "分行", "法院", "检察院");

    private Titles() {}

    /**
     * The title of a document; null where it prints none.
     *
     * @param head the paragraphs before anything else
     * @param page the head and what follows it
     */
    static @Nullable String of(List<Paragraph> head, List<Paragraph> page, @Nullable NumberLine number) {
        Set<Integer> used = new HashSet<>();
        String title = fromAbove(head, used);
        if (number != null && !reaches(page, used, number)) {
            String above = above(page, number);
            title = above == null ? title : above;
        }
        return title == null || isComplete(title) ? title : ofHeading(head, title);
    }

    /** Title lines run until the number, the addressees or the first sentence. */
    private static @Nullable String fromAbove(List<Paragraph> head, Set<Integer> used) {
        StringBuilder title = new StringBuilder();
        for (int i = 0; i < head.size(); i++) {
            String line = head.get(i).text();
            if (title.isEmpty() && (isRedHead(line) || Dateline.endOf(line) > 0 || NumberLine.isAlone(line))) {
                continue;
            }
            String glued = NumberLine.titleOn(line);
            if (title.isEmpty() && glued == null && (isProse(line) || isLetter(line))) {
                return ranIn(line);
            }
            if ((glued == null && endsTitle(line)) || Marker.read(line) != null || line.startsWith("（")) {
                break;
            }
            if (Dates.isDate(line) || !hasChinese(line) || isAnnexNumber(line)) {
                continue;
            }
            String words = glued == null ? line : glued;
            if (!title.isEmpty() && !goesOn(title.toString(), words)) {
                break;
            }
            title.append(words);
            used.add(i);
            if (glued != null) {
                break;
            }
        }
        return title.isEmpty() ? null : title.toString();
    }

    private static boolean endsTitle(String line) {
        boolean number = line.length() < 30 && DocumentNumbers.find(line) != null;
        return number || line.endsWith("：") || isProse(line);
    }

    private static boolean isProse(String line) {
        return Glyphs.isSentenceEnd(line.charAt(line.length() - 1))
                || line.length() > MAX_LENGTH
                || line.indexOf('。') >= 0;
    }

    /** A title, its number and the beginning of the letter, down to the colon before its first chapter. */
    private static boolean isLetter(String line) {
        String title = line.endsWith("：") ? ranIn(line) : null;
        return title != null && isComplete(title);
    }

    /** Whether nothing but dates and notes stands between the last line of a title and the number. */
    private static boolean reaches(List<Paragraph> page, Set<Integer> used, NumberLine number) {
        if (number.titleOnLine() != null) {
            return used.contains(number.at());
        }
        for (int i = number.at() - 1; i >= 0 && !used.contains(i); i--) {
            String line = page.get(i).text();
            if (isTitleLine(line) && !isRedHead(line)) {
                return false;
            }
        }
        return true;
    }

    /** The title whose last line stands right above a number or on its line, whatever the page prints before it. */
    private static @Nullable String above(List<Paragraph> page, NumberLine number) {
        String last = number.titleOnLine();
        int from = last == null ? number.at() - 1 : number.at();
        if (last == null
                && from >= 0
                && isTitleLine(page.get(from).text())
                && !isRedHead(page.get(from).text())) {
            last = page.get(from).text();
        }
        if (last == null) {
            return null;
        }
        StringBuilder title = new StringBuilder(last);
        String next = last;
        while (from > 0 && number.at() - from < MAX_LINES) {
            String line = page.get(from - 1).text();
            if (!isTitleLine(line) || isRedHead(line) || !belongs(line, next, title.toString())) {
                break;
            }
            title.insert(0, line);
            next = line;
            from--;
        }
        return isComplete(title.toString()) || title.indexOf("关于") >= 0 ? title.toString() : null;
    }

    private static boolean isTitleLine(String line) {
        return !endsTitle(line)
                && !line.startsWith("（")
                && Marker.read(line) == null
                && !Dates.isDate(line)
                && hasChinese(line)
                && !isAnnexNumber(line);
    }

    /** Whether a line begins the title that goes on with the line below it. */
    private static boolean belongs(String line, String next, String below) {
        if (isBody(line) && line.length() <= MAX_BODY_LENGTH) {
            return below.startsWith("关于") || below.startsWith("印发") || (isBody(next) && !isComplete(next));
        }
        return !below.contains("关于") && line.contains("关于") && goesOn(line, next) && !endsAsLetter(line);
    }

    /** Before a title of the page comes what the page says of itself: the first heading that is a whole title counts. */
    private static String ofHeading(List<Paragraph> head, String title) {
        for (Paragraph paragraph : head) {
            String line = paragraph.text();
            if (paragraph.headingLevel() == 1 && isComplete(line) && isTitleLine(line)) {
                return title.contains(line) ? title : line;
            }
        }
        return title;
    }

    /** One line may hold the whole document; the title then ends at the number or at its kind of document. */
    private static @Nullable String ranIn(String line) {
        DocumentNumbers.Found found = DocumentNumbers.findAt(line, 0);
        if (found != null && found.start() > 8 && found.start() < 80 && line.charAt(found.start() - 1) != '（') {
            return line.substring(0, found.start());
        }
        return null;
    }

    /** Whether a further line belongs to a title that was broken over lines. */
    private static boolean goesOn(String soFar, String line) {
        if (line.startsWith("关于") || line.startsWith("印发")) {
            return isBody(soFar);
        }
        if (isOpen(soFar) || (line.startsWith("的") && isComplete(line))) {
            return true;
        }
        if (soFar.contains("关于")) {
            // 关于做好改革试点经验 names a subject, 复制推广工作的通知 what is said of it
            return !isComplete(soFar) || (SUBJECTS.stream().anyMatch(soFar::endsWith) && endsAsLetter(line));
        }
        if (isBody(soFar) && isBody(line) && soFar.length() + line.length() <= 2 * MAX_BODY_LENGTH) {
            return true;
        }
        return !isComplete(soFar)
                && soFar.length() <= MAX_HALF_LENGTH
                && line.length() <= MAX_HALF_LENGTH
                && isComplete(line);
    }

    private static boolean endsAsLetter(String line) {
        return LETTERS.stream().anyMatch(line::endsWith);
    }

    /** Whether a quotation or the name of a text opens that does not close. */
    private static boolean isOpen(String text) {
        return text.lastIndexOf('《') > text.lastIndexOf('》') || text.lastIndexOf('“') > text.lastIndexOf('”');
    }

    /** Whether a text ends with its kind of document, as a title does. */
    static boolean isComplete(String text) {
        String bare = text.endsWith("”") || text.endsWith("》") || text.endsWith("）")
                ? text.substring(0, text.length() - 1)
                : text;
        return KINDS.stream().anyMatch(bare::endsWith);
    }

    /** 样例省人民政府文件: who writes, in large letters over everything else. */
    private static boolean isRedHead(String line) {
        return line.endsWith(RED_HEAD) && isBody(line.substring(0, line.length() - RED_HEAD.length()));
    }

    private static boolean isAnnexNumber(String line) {
        return line.startsWith("附件") && line.length() <= MAX_ANNEX_NUMBER_LENGTH;
    }

    private static boolean isBody(String line) {
        return BODIES.stream().anyMatch(line::endsWith);
    }

    private static boolean hasChinese(String line) {
        return line.chars().anyMatch(c -> Glyphs.isHan((char) c));
    }
}
