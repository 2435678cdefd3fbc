package io.casewire.query.figure;

import io.casewire.text.Lexicon;

/** What is measured in time is called. */
final class TimeWords {
    private static final Lexicon WORDS =
            Lexicon.of("时间", "时限", "时长", "用时", "耗时", "周期", "时效", "工期", "期限", "天数", "审限", "日数");

    private TimeWords() {}

    static boolean areIn(String text) {
        return WORDS.isIn(text);
    }
}
