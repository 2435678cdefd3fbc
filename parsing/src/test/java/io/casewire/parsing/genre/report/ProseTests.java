package io.casewire.parsing.genre.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.parsing.genre.report.Prose.Named;
import io.casewire.parsing.layout.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProseTests {
    private static final Named LOCK = new Named("“一锁到底”转运模式", List.of("湖北自贸试验区"));
    private static final Named BERTH = new Named("泊位共享预约机制", List.of("福建自贸试验区"));

    @Test
    void givesEachRowThePassageThatOpensWithItsZoneAndName() {
        List<List<String>> passages =
                passages("一是优化转运。湖北自贸试验区的“一锁到底”转运模式，沿途不再开箱。时间由3天缩短至1天。" + "福建自贸试验区的泊位共享预约机制，船舶先约后靠。");

        assertThat(passages)
                .containsExactly(List.of("湖北自贸试验区的“一锁到底”转运模式，沿途不再开箱。时间由3天缩短至1天。"), List.of("福建自贸试验区的泊位共享预约机制，船舶先约后靠。"));
    }

    @Test
    void goesOnInTheNextParagraphUntilANewPointOrHeading() {
        List<List<String>> passages =
                passages("湖北自贸试验区的“一锁到底”转运模式，沿途不再开箱。", "改革前，每站都要换锁。", "二是推进共享。各地都在探索。", "改革后如何，还要再看。");

        assertThat(passages.getFirst()).containsExactly("湖北自贸试验区的“一锁到底”转运模式，沿途不再开箱。", "改革前，每站都要换锁。");
        assertThat(passages.getLast()).isEmpty();
    }

    @Test
    void stopsWhereTheTextTurnsToAnotherZoneThatTheTableDoesNotName() {
        List<List<String>> passages = passages("湖北自贸试验区的“一锁到底”转运模式，沿途不再开箱。山东自贸试验区的冷链互认做法，另成一格。成本下降一半。");

        assertThat(passages.getFirst()).containsExactly("湖北自贸试验区的“一锁到底”转运模式，沿途不再开箱。");
    }

    @Test
    void placesNothingThatIsNotCertain() {
        assertThat(passages("与福建自贸试验区的“一锁到底”转运模式不同。")).as("another zone").allMatch(List::isEmpty);
        assertThat(passages("“一锁到底”转运模式得到推广。")).as("no zone").allMatch(List::isEmpty);
        assertThat(passages("湖北自贸试验区的“一锁到底”转运模式、福建自贸试验区的泊位共享预约机制，都已推开。"))
                .as("two names in one sentence")
                .allMatch(List::isEmpty);
    }

    private static List<List<String>> passages(String... paragraphs) {
        List<Paragraph> chapter = new ArrayList<>();
        for (String text : paragraphs) {
            chapter.add(Paragraph.of(text, chapter.size() + 1));
        }
        return Prose.of(chapter, List.of(LOCK, BERTH)).stream()
                .map(passage -> passage.stream().map(Paragraph::text).toList())
                .toList();
    }
}
