package io.casewire.gazetteer;

import java.util.ArrayList;
import java.util.List;

/**
 * Provinces written as one character each: 沪苏浙皖四省市, 京冀自贸试验区, 黑、吉、辽三省. A single one means nothing, two need a word
 * after them that shows a list, three or more speak for themselves when none of them is a common word.
 *
 * @param regions in order, at least two, all different
 * @param step characters from one to the next
 * @param end after the last
 */
record Abbreviations(
        List<Region> regions, int start, int step, int end, boolean allDistinctive, boolean anyDistinctive) {

    private static final List<String> CUES =
            List.of("两地", "三地", "四地", "两省", "三省", "四省", "五省", "省市", "省区", "各地", "各省", "地区");
    private static final List<String> LINES = List.of("铁路", "高铁", "高速", "线", "航线", "城际", "班列", "公司", "集团");

    /** Reads the run at the offset; fewer than two regions where there is none. */
    static Abbreviations at(String text, int start, Vocabulary vocabulary) {
        int step = start + 1 < text.length() && text.charAt(start + 1) == '、' ? 2 : 1;
        var regions = new ArrayList<Region>();
        boolean all = true;
        boolean any = false;
        int next = start;
        while (next < text.length()) {
            var region = vocabulary.abbreviated(text.charAt(next));
            boolean separated = step == 1 || next == start || text.charAt(next - 1) == '、';
            if (region == null || !separated || regions.contains(region)) {
                break;
            }
            boolean common = vocabulary.common(text.charAt(next));
            all &= !common || region.level() == Level.SPECIAL;
            any |= !common;
            regions.add(region);
            next += step;
        }
        int end = regions.isEmpty() ? start : start + (regions.size() - 1) * step + 1;
        return new Abbreviations(regions, start, step, end, all, any);
    }

    boolean meansRegions(String text) {
        if (regions.size() < 2 || !anyDistinctive) {
            return false;
        }
        boolean cue = Vocabulary.endOfAny(CUES, text, end) >= 0 || (text.startsWith("等", end) && allDistinctive);
        boolean speaksForItself =
                step == 1 && regions.size() > 2 && allDistinctive && Vocabulary.endOfAny(LINES, text, end) < 0;
        return cue || speaksForItself;
    }

    /** Whether a shared “pilot free trade zones” may be read into the run. */
    boolean canShareWord() {
        return regions.size() > 1 && anyDistinctive;
    }

    int startOf(int index) {
        return start + index * step;
    }
}
