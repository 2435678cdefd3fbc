package io.casewire.extraction.layout;

import io.casewire.extraction.Notice;
import io.casewire.extraction.Place;
import io.casewire.text.CharacterSet;
import io.casewire.text.Glyphs;
import io.casewire.text.Lexicon;
import java.util.List;

/** Names the lines whose last mark may be missing: those that end at the margin inside a list of names. */
final class LostMarks {
    private static final CharacterSet ENDS_LIST = CharacterSet.of("。；！？：（）");
    /** What names of units and regions end with. */
    private static final CharacterSet ENDS_NAME = CharacterSet.of("厅局委办部院会室所处行司署府团关区县市州心校社站队组");

    private static final CharacterSet ENDS_PIECE = CharacterSet.of("、，。；：！？（）等和与及或按");
    /** Words that the last character of a name and the first of what follows may make instead. */
    private static final Lexicon WORDS = Lexicon.of(
            "部门", "部分", "部署", "部委", "部队", "部际", "局部", "局限", "局势", "会议", "会同", "会计", "会商", "会展", "区域", "区划", "区块", "区间",
            "市场", "市政", "市区", "市域", "市县", "市民", "县域", "县级", "县区", "市级", "区级", "州级", "行业", "行政", "行为", "行动", "行使", "行程",
            "办公", "办法", "办理", "办事", "办案", "办学", "办好", "团体", "团队", "团结", "社会", "社区", "社保", "组织", "组成", "组建", "组团", "组合",
            "关于", "关系", "关键", "关注", "关联", "关税", "关口", "处理", "处置", "处罚", "处室", "委员", "委托", "委办", "院校", "院士", "院所", "室内",
            "所有", "所在", "所属", "所需", "所得", "校企", "校园", "队伍", "心理", "心城", "府际", "站点", "署名", "司法", "司机", "司局");
    /** 省委 before 组织部, 办公厅 and the like: one name in two parts. */
    private static final Lexicon PARTY = Lexicon.of("省委", "市委", "县委", "区委", "州委", "党委", "工委", "政府", "人大", "政协");

    private static final CharacterSet LEVELS = CharacterSet.of("国省市县区州各");

    private static final int SHOWN = 12;
    private static final int MOST_NOTICES = 20;
    private static final int MIN_NAME = 2;
    private static final int MAX_NAME = 16;
    /** 甲省省委, as the first part of a name. */
    private static final int MAX_PART = 4;

    /** Of a full-width mark, which hangs out of a line only where it found no room on it; in em. */
    private static final double LEAST_ROOM = 0.5;

    private final boolean possible;
    private final List<Notice> notices;
    private int said;

    LostMarks(boolean possible, List<Notice> notices) {
        this.possible = possible;
        this.notices = notices;
    }

    /**
     * Whether a mark between names may have stood at this seam; says so.
     *
     * @param right where text ends on this page
     */
    boolean maySeparate(CharSequence before, String after, TextLine line, double right, int page) {
        boolean full = line.right() + LEAST_ROOM * line.size() > right;
        if (!possible || !full) {
            return false;
        }
        String next = firstPiece(after);
        boolean listed = isInsideList(before) || after.startsWith("、", next.length());
        if (!listed || !areNames(lastPiece(before), next)) {
            return false;
        }
        if (said++ < MOST_NOTICES) {
            String left = line.text().substring(Math.max(0, line.text().length() - SHOWN));
            String shown = after.substring(0, Math.min(SHOWN, after.length()));
            notices.add(new Notice(
                    "MARK_MAY_BE_LOST",
                    "A line ends at the margin inside a list of names, where the writer of this file leaves hanging marks out: “"
                            + left + "” and “" + shown + "” may be two names",
                    Place.page(page)));
        }
        return true;
    }

    /** Whether both sides are whole names, and no word and no name goes over the seam. */
    private static boolean areNames(String left, String right) {
        if (!isName(left) || !isName(right)) {
            return false;
        }
        String seam = left.substring(left.length() - 1) + right.charAt(0);
        boolean part =
                left.length() <= MAX_PART && PARTY.isAt(left, left.length() - 2) && !LEVELS.contains(right.charAt(0));
        return !WORDS.isAt(seam, 0) && !part;
    }

    private static boolean isName(String piece) {
        return piece.length() >= MIN_NAME
                && piece.length() <= MAX_NAME
                && ENDS_NAME.contains(piece.charAt(piece.length() - 1))
                && piece.chars().allMatch(c -> Glyphs.isHan((char) c));
    }

    private static String lastPiece(CharSequence text) {
        int from = text.length();
        while (from > 0 && !ENDS_PIECE.contains(text.charAt(from - 1))) {
            from--;
        }
        return text.subSequence(from, text.length()).toString();
    }

    private static String firstPiece(String text) {
        int end = 0;
        while (end < text.length() && !ENDS_PIECE.contains(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
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
