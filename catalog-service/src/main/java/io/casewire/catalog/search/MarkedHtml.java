package io.casewire.catalog.search;

import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.springframework.web.util.HtmlUtils;

/** Passages as HTML that is safe to insert: the text escaped, {@code <mark>} around hits, … between passages. */
final class MarkedHtml extends PassageFormatter {
    private static final String GAP = "…";

    @Override
    public String format(Passage[] passages, String content) {
        StringBuilder html = new StringBuilder();
        int end = 0;
        for (Passage passage : passages) {
            if (passage.getStartOffset() > end) {
                html.append(GAP);
            }
            append(passage, content, html);
            end = passage.getEndOffset();
        }
        return end < content.length() ? html.append(GAP).toString() : html.toString();
    }

    private static void append(Passage passage, String content, StringBuilder html) {
        int at = passage.getStartOffset();
        int match = 0;
        while (match < passage.getNumMatches()) {
            int start = Math.max(at, passage.getMatchStarts()[match]);
            int end = Math.min(passage.getMatchEnds()[match], passage.getEndOffset());
            match++;
            // pairs of characters overlap and touch: one mark for all of them
            while (match < passage.getNumMatches() && passage.getMatchStarts()[match] <= end) {
                end = Math.max(end, Math.min(passage.getMatchEnds()[match], passage.getEndOffset()));
                match++;
            }
            if (end > start) {
                html.append(escaped(content, at, start))
                        .append("<mark>")
                        .append(escaped(content, start, end))
                        .append("</mark>");
                at = end;
            }
        }
        html.append(escaped(content, at, Math.max(at, passage.getEndOffset())));
    }

    private static String escaped(String content, int start, int end) {
        return HtmlUtils.htmlEscape(content.substring(start, end), "UTF-8");
    }
}
