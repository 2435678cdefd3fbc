package io.casewire.parsing.genre.bestpractice;

import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Mention;
import io.casewire.gazetteer.Zone;
import java.util.List;

/** The case that the title of a letter on one alone names: 关于推广X经验做法的通报. */
final class LetterTitle {
    private static final List<String> VERBS =
            List.of("宣传推广", "复制推广", "学习推广", "学习借鉴", "宣传学习", "推广应用", "推广", "印发", "发布", "转发", "推介");
    private static final List<String> LETTERS = List.of("的通报", "的通知", "的函", "的公告", "的决定");
    private static final List<String> KINDS =
            List.of("典型经验做法", "经验做法", "创新做法", "典型经验", "先进经验", "工作经验", "典型案例", "经验", "做法", "案例");
    private static final int MIN_LENGTH = 4;

    private LetterTitle() {}

    /** The name inside such a title; the title itself where it is none. */
    static String subject(String title) {
        int about = title.indexOf("关于");
        String letter = LETTERS.stream().filter(title::endsWith).findFirst().orElse("");
        if (about < 0 || letter.isEmpty()) {
            return title;
        }
        String said = title.substring(about + 2, title.length() - letter.length());
        String verb = VERBS.stream().filter(said::startsWith).findFirst().orElse("");
        if (verb.isEmpty()) {
            return title;
        }
        String named = withoutZone(said.substring(verb.length()));
        String kind = KINDS.stream().filter(named::endsWith).findFirst().orElse("");
        String name = named.substring(0, named.length() - kind.length());
        String bare = name.endsWith("的") ? name.substring(0, name.length() - 1) : name;
        return bare.length() < MIN_LENGTH ? title : bare;
    }

    private static String withoutZone(String name) {
        for (Mention mention : Gazetteer.standard().mentions(name)) {
            if (mention.start() == 0 && mention.referent() instanceof Zone) {
                return name.substring(mention.end());
            }
        }
        return name;
    }
}
