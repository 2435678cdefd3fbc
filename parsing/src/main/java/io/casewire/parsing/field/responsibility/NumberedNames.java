package io.casewire.parsing.field.responsibility;

import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Style;
import io.casewire.text.CharacterSet;
import io.casewire.text.Glyphs;
import org.jspecify.annotations.Nullable;

/** Names that numbers part, on one line (省商务厅1.省工信厅2.样例海关, ①省商务厅②省工信厅) or behind other marks (1、省商务厅；2、省工信厅). */
final class NumberedNames {
    private static final CharacterSet MARKS = CharacterSet.of("、，,；;\t\n| 　");

    private NumberedNames() {}

    /** The same with 、 for each number between two names, and without those that stand behind a mark or begin the text. */
    static String apart(String list) {
        StringBuilder apart = null;
        int copied = 0;
        for (int i = 0; i < list.length(); i++) {
            if (isNote(list, i)) {
                apart = apart == null ? new StringBuilder() : apart;
                apart.append(list, copied, i);
                copied = i + 1;
                continue;
            }
            Marker marker = mayNumber(list.charAt(i)) ? numberAt(list, i) : null;
            if (marker == null) {
                continue;
            }
            boolean behindMark = i == 0 || MARKS.contains(list.charAt(i - 1));
            if (behindMark || UnitNames.endsLikeName(list, copied, i)) {
                apart = apart == null ? new StringBuilder() : apart;
                apart.append(list, copied, i).append(behindMark ? "" : "、");
                copied = marker.end();
                i = copied - 1;
            }
        }
        return apart == null ? list : apart.append(list, copied, list.length()).toString();
    }

    /** What only points to a note: 省商务厅①、省工信厅②. */
    private static boolean isNote(String list, int at) {
        char c = list.charAt(at);
        boolean ends = at + 1 == list.length() || MARKS.contains(list.charAt(at + 1));
        return c >= '①' && c <= '⑳' && ends && at > 0;
    }

    private static boolean mayNumber(char c) {
        return (c >= '0' && c <= '9') || c == '（' || (c >= '①' && c <= '⑳');
    }

    /** A number with a name behind it; what a bracket behind a name counts has none. */
    private static @Nullable Marker numberAt(String list, int at) {
        boolean goesOn = at > 0 && list.charAt(at - 1) >= '0' && list.charAt(at - 1) <= '9';
        Marker marker = goesOn ? null : Marker.readAt(list, at);
        return marker != null
                        && marker.style().compareTo(Style.ARABIC) >= 0
                        && marker.style() != Style.RUN_IN
                        && marker.end() < list.length()
                        && Glyphs.isHan(list.charAt(marker.end()))
                ? marker
                : null;
    }
}
