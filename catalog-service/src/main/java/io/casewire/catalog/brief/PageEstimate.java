package io.casewire.catalog.brief;

import io.casewire.contracts.parsed.CaseRecord;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** About how many lines of A4 a brief takes, counted as Chinese characters fill them. */
final class PageEstimate {
    private static final int LINE = 50;
    private static final int CELL = 44;
    private static final int QUOTE = 30;
    private static final int TITLE = 29;
    /** Headings with their space, the lines of source and foot. */
    private static final int FRAME = 14;

    private static final int SURELY = 46;
    private static final int AT_MOST = 60;

    private PageEstimate() {}

    /** Whether it fits with fonts that are somewhat larger too. */
    static boolean fits(Brief brief) {
        return lines(brief) <= SURELY;
    }

    /** Whether it is worth trying. */
    static boolean mayFit(Brief brief) {
        return lines(brief) <= AT_MOST;
    }

    private static int lines(Brief brief) {
        CaseRecord content = brief.stored().content();
        int lines = FRAME + 2 * of(content.title(), TITLE) + 2;
        for (Brief.Figure figure : brief.figures()) {
            lines += Math.max(of(figure.quote(), QUOTE), of(figure.of(), 7));
        }
        lines += of(brief.effects(), LINE);
        lines += brief.lead().stream().mapToInt(text -> of(text, LINE)).sum();
        lines += brief.measures().stream()
                .mapToInt(measure -> (length(measure.heading()) + length(measure.text())) / (LINE - 2) + 1)
                .sum();
        return lines
                + Stream.concat(brief.appliesTo().values().stream(), brief.source().values().stream())
                        .mapToInt(text -> of(text, CELL))
                        .sum();
    }

    private static int of(@Nullable String text, int line) {
        return text == null
                ? 0
                : text.lines().mapToInt(part -> length(part) / line + 1).sum();
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
