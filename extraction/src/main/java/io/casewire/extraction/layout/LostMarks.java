package io.casewire.extraction.layout;

import io.casewire.extraction.Notice;
import io.casewire.extraction.Place;
import io.casewire.text.CharacterSet;
import io.casewire.text.Glyphs;
import java.util.List;

/** Names the lines whose last mark may be missing: those that end at the margin inside a list of names. */
final class LostMarks {
    private static final CharacterSet ENDS_LIST = CharacterSet.of("。；！？：（）");
    /** What names of units and regions end with. */
    private static final CharacterSet ENDS_NAME = CharacterSet.of("厅局委办部院会室所处行司署府团关区县市州心校社站队组");

    private static final int SHOWN = 12;
    private static final int MOST_NOTICES = 20;

    private final boolean possible;
    private final List<Notice> notices;
    private int said;

    LostMarks(boolean possible, List<Notice> notices) {
        this.possible = possible;
        this.notices = notices;
    }

    /** Whether a mark between names may have stood at this seam; says so. */
    boolean maySeparate(CharSequence before, String after, TextLine line, int page) {
        boolean names = ENDS_NAME.contains(before.charAt(before.length() - 1)) && Glyphs.isHan(after.charAt(0));
        if (!possible || !names || !isInsideList(before)) {
            return false;
        }
        if (said++ < MOST_NOTICES) {
            String left = line.text().substring(Math.max(0, line.text().length() - SHOWN));
            String right = after.substring(0, Math.min(SHOWN, after.length()));
            notices.add(new Notice(
                    "MARK_MAY_BE_LOST",
                    "A line ends at the margin inside a list of names, where the writer of this file leaves hanging marks out: “"
                            + left + "” and “" + right + "” may be two names",
                    Place.page(page)));
        }
        return true;
    }

    private static boolean isInsideList(CharSequence text) {
        for (int i = text.length() - 1; i >= 0; i--) {
            if (text.charAt(i) == '、') {
                return true;
            }
            if (ENDS_LIST.contains(text.charAt(i))) {
                return false;
            }
        }
        return false;
    }
}
