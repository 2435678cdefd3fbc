package io.casewire.ingest.identity;

import io.casewire.ingest.layout.Block;
import io.casewire.ingest.layout.DocumentText;
import io.casewire.ingest.layout.Paragraph;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Issuer and date below the text: a short line with the name, a line with the date. */
record Signature(@Nullable String issuer, @Nullable String date) {
    private static final Signature NONE = new Signature(null, null);

    static Signature find(DocumentText text) {
        List<Block> blocks = text.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Paragraph paragraph && Dates.isDate(paragraph.text())) {
                String issuer = i > 0 && blocks.get(i - 1) instanceof Paragraph above ? name(above.text()) : null;
                return new Signature(issuer, Dates.read(paragraph.text()));
            }
        }
        return blocks.isEmpty() ? NONE : ranIn(blocks);
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
