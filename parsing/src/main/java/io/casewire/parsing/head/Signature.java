package io.casewire.parsing.head;

import io.casewire.parsing.layout.Block;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.Marker;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Issuer and date below the text: a short line with the name, a line with the date. */
record Signature(@Nullable String issuer, @Nullable String date) {
    private static final String BODIES = "院厅局部委室府会组署行关办";
    /** The names of bodies that sign together, each on a line. */
    private static final int MAX_JOINT_LENGTH = 30;

    private static final int MAX_LINE_LENGTH = 50;
    private static final int MAX_DATE_LENGTH = 14;
    private static final int MAX_TITLE_LENGTH = 80;
    private static final Signature NONE = new Signature(null, null);

    static Signature find(DocumentText text) {
        List<Block> blocks = text.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Paragraph paragraph && Dates.isDate(paragraph.text())) {
                return new Signature(issuers(blocks, i), Dates.read(paragraph.text()));
            }
            Signature one = blocks.get(i) instanceof Paragraph line ? onOneLine(line.text()) : null;
            if (one == null && blocks.get(i) instanceof Paragraph letter) {
                one = inside(letter.text());
            }
            if (one != null) {
                return one;
            }
        }
        return blocks.isEmpty() ? NONE : ranIn(blocks);
    }

    /** {@code …认真贯彻执行。样例省人民政府2025年7月9日（此件公开发布）样例行动方案}: a letter on one line, what it sends behind it. */
    private static @Nullable Signature inside(String line) {
        for (int stop = line.indexOf('。'); stop >= 0; stop = line.indexOf('。', stop + 1)) {
            int digit = stop + 1;
            while (digit < line.length() && digit - stop <= MAX_LINE_LENGTH && !isYearAt(line, digit)) {
                digit++;
            }
            int day = line.indexOf('日', Math.min(digit, line.length()));
            if (day < 0 || day - digit > MAX_DATE_LENGTH || !Dates.isDate(line.substring(digit, day + 1))) {
                continue;
            }
            String name = line.substring(stop + 1, digit).strip();
            boolean body = name(name) != null && endsLikeBody(name);
            if (body && isTitleBehind(line.substring(day + 1).strip())) {
                return new Signature(Issuers.of(List.of(name)), Dates.read(line.substring(digit, day + 1)));
            }
        }
        return null;
    }

    private static boolean isYearAt(String line, int at) {
        return Character.isDigit(line.charAt(at)) || line.startsWith("二〇", at) || line.startsWith("二○", at);
    }

    /** Nothing, a note on publication, or the title of what the letter sends. */
    private static boolean isTitleBehind(String rest) {
        int note = rest.startsWith("（") ? rest.indexOf('）') + 1 : 0;
        String title = rest.substring(note).strip();
        return title.isEmpty()
                || (title.length() <= MAX_TITLE_LENGTH && title.indexOf('。') < 0 && Titles.isComplete(title));
    }

    /** The lines above the date: one name, or as many as issued it together; null where no name stands there. */
    private static @Nullable String issuers(List<Block> blocks, int date) {
        String last = date > 0 && blocks.get(date - 1) instanceof Paragraph above ? name(above.text()) : null;
        if (last == null || Titles.isComplete(last)) {
            return null;
        }
        List<String> names = new ArrayList<>(List.of(last));
        for (int i = date - 2; i >= 0 && endsLikeBody(names.getFirst()); i--) {
            String name = blocks.get(i) instanceof Paragraph above ? name(above.text()) : null;
            if (name == null || name.length() > MAX_JOINT_LENGTH || !endsLikeBody(name) || Marker.read(name) != null) {
                break;
            }
            names.addFirst(name);
        }
        return Issuers.of(names);
    }

    private static boolean endsLikeBody(String name) {
        return BODIES.indexOf(name.charAt(name.length() - 1)) >= 0;
    }

    /** {@code 国务院 2025年3月8日}; null for any other line. */
    private static @Nullable Signature onOneLine(String line) {
        int digit = 0;
        while (digit < line.length() && !Character.isDigit(line.charAt(digit))) {
            digit++;
        }
        if (digit < 3 || digit >= line.length() || line.length() > MAX_LINE_LENGTH) {
            return null;
        }
        String name = line.substring(0, digit).strip();
        boolean body = !name.isEmpty() && endsLikeBody(name);
        return body && name(name) != null && Dates.isDate(line.substring(digit))
                ? new Signature(Issuers.of(List.of(name)), Dates.read(line.substring(digit)))
                : null;
    }

    /** {@code …新高地。国务院2019年1月12日（此件公开发布）} at the end of one line. */
    private static Signature ranIn(List<Block> blocks) {
        if (!(blocks.getLast() instanceof Paragraph last)) {
            return NONE;
        }
        String line = last.text();
        int stop = line.lastIndexOf('。');
        int from = stop < 0 ? 0 : stop + 1;
        for (int i = from; i < line.length(); i++) {
            if (Character.isDigit(line.charAt(i))) {
                String date = Dates.read(line.substring(i));
                String name = name(line.substring(from, i));
                return date == null ? NONE : new Signature(name == null ? null : Issuers.of(List.of(name)), date);
            }
        }
        return NONE;
    }

    private static @Nullable String name(String line) {
        boolean plausible =
                line.length() >= 3 && line.length() <= 40 && line.chars().noneMatch(c -> "，。；：、".indexOf(c) >= 0);
        return plausible ? line : null;
    }
}
