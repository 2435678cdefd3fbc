package io.casewire.parsing.genre.promotion;

import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Mention;
import io.casewire.parsing.casefile.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A title printed together with the place it comes from: X（厦门片区）, 上海自贸试验区：X, X——舟山片区, 【济南片区】X.
 *
 * @param title without the place where a mark sets it apart
 * @param units in the bracket behind it, where it names more than areas; empty where there are none
 */
record PlacedTitle(String title, Origin origin, List<String> units) {
    private static final String CLOSING = "）】〕］";
    private static final String OPENING = "（【〔［";

    private static final List<String> ENDS = List.of("”", "模式", "机制", "改革", "制度", "服务", "体系", "平台");

    /** The title and its place; a place inside the sentence stays there and is known all the same. */
    static PlacedTitle read(String printed) {
        PlacedTitle apart = behind(printed);
        if (apart == null) {
            apart = before(printed);
        }
        if (apart == null) {
            apart = attached(printed);
        }
        if (apart == null) {
            apart = fromUnits(printed);
        }
        PlacedTitle placed = apart != null ? apart : new PlacedTitle(printed.strip(), Origin.of(printed), List.of());
        return new PlacedTitle(placed.title, placed.origin.withZonesOfAreas(), placed.units);
    }

    /** Offices, and areas nobody knows, in the bracket behind. */
    private static @Nullable PlacedTitle fromUnits(String printed) {
        int open = openingOf(printed);
        BracketedOrigin from =
                open <= 0 ? null : BracketedOrigin.read(printed.substring(open + 1, printed.length() - 1));
        return from == null ? null : new PlacedTitle(printed.substring(0, open).strip(), from.origin(), from.units());
    }

    private static @Nullable PlacedTitle behind(String printed) {
        int open = openingOf(printed);
        if (open > 0) {
            return of(printed.substring(0, open), printed.substring(open + 1, printed.length() - 1));
        }
        int dash = printed.lastIndexOf('—');
        if (dash > 1) {
            int start = dash;
            while (start > 0 && printed.charAt(start - 1) == '—') {
                start--;
            }
            return of(printed.substring(0, start), printed.substring(dash + 1));
        }
        int blank = printed.lastIndexOf(' ');
        return blank > 1 ? of(printed.substring(0, blank), printed.substring(blank + 1)) : null;
    }

    /** Where the bracket begins that the text ends with; -1 where it ends with none. */
    private static int openingOf(String printed) {
        int kind = printed.isEmpty() ? -1 : CLOSING.indexOf(printed.charAt(printed.length() - 1));
        int depth = 0;
        for (int i = printed.length() - 1; kind >= 0 && i >= 0; i--) {
            depth += printed.charAt(i) == CLOSING.charAt(kind) ? 1 : 0;
            depth -= printed.charAt(i) == OPENING.charAt(kind) ? 1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The blank before the place was lost: “X”模式南沙片区. */
    private static @Nullable PlacedTitle attached(String printed) {
        for (Mention mention : Gazetteer.standard().mentions(printed)) {
            boolean behindName = ENDS.stream().anyMatch(printed.substring(0, mention.start())::endsWith);
            if (behindName && printed.endsWith("片区")) {
                PlacedTitle placed = of(printed.substring(0, mention.start()), printed.substring(mention.start()));
                if (placed != null) {
                    return placed;
                }
            }
        }
        return null;
    }

    private static @Nullable PlacedTitle before(String printed) {
        int colon = printed.indexOf('：');
        if (colon > 0) {
            PlacedTitle before = of(printed.substring(colon + 1), printed.substring(0, colon));
            return before != null ? before : of(printed.substring(0, colon), printed.substring(colon + 1));
        }
        int close = printed.startsWith("【") ? printed.indexOf('】') : -1;
        return close > 0 ? of(printed.substring(close + 1), printed.substring(1, close)) : null;
    }

    private static @Nullable PlacedTitle of(String title, String place) {
        Origin origin = Origin.of(place);
        boolean named = !origin.zones().isEmpty() || !origin.areas().isEmpty();
        return named && Origin.isAllPlaces(place) && !title.isBlank()
                ? new PlacedTitle(title.strip(), origin, List.of())
                : null;
    }
}
