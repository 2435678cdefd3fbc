package io.casewire.ingest.identity;

import io.casewire.ingest.layout.Block;
import io.casewire.ingest.layout.DocumentText;
import io.casewire.ingest.layout.Paragraph;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Issuer and date below the text: a short line with the name, a line with the date. */
record Signature(@Nullable String issuer, @Nullable String date) {
    private static final String BODIES = "院厅局部委室府会组署";
    private static final int LONGEST_LINE = 50;
    private static final Signature NONE = new Signature(null, null);

    static Signature find(DocumentText text) {
        List<Block> blocks = text.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Paragraph paragraph && Dates.isDate(paragraph.text())) {
                String issuer = i > 0 && blocks.get(i - 1) instanceof Paragraph above ? name(above.text()) : null;
                return new Signature(issuer, Dates.read(paragraph.text()));
            }
            Signature one = blocks.get(i) instanceof Paragraph line ? onOneLine(line.text()) : null;
            if (one != null) {
                return one;
            }
        }
        return blocks.isEmpty() ? NONE : ranIn(blocks);
    }

    /** {@code 国务院 2025年3月8日}; null for any other line. */
    private static @Nullable Signature onOneLine(String line) {
        int digit = 0;
        while (digit < line.length() && !Character.isDigit(line.charAt(digit))) {
            digit++;
        }
        if (digit < 3 || digit >= line.length() || line.length() > LONGEST_LINE) {
            return null;
        }
        String name = line.substring(0, digit).strip();
        boolean body = !name.isEmpty() && BODIES.indexOf(name.charAt(name.length() - 1)) >= 0;
        return body && name(name) != null && Dates.isDate(line.substring(digit))
                ? new Signature(name, Dates.read(line.substring(digit)))
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
                return date == null ? NONE : new Signature(name(line.substring(from, i)), date);
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
