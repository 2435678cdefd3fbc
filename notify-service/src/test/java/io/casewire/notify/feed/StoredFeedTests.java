package io.casewire.notify.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoredFeedTests {
    private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void keepsTheLastTwoHundredWhateverOrderTheyComeInAndHoweverOften() {
        List<FeedEntry> all =
                IntStream.range(0, 500).mapToObj(StoredFeedTests::entry).toList();
        StoredFeed inOrder = StoredFeed.empty("sub").with(all);
        Random random = new Random(20260101);
        StoredFeed shuffled = StoredFeed.empty("sub");
        for (int round = 0; round < 40; round++) {
            List<FeedEntry> some = new ArrayList<>(all);
            Collections.shuffle(some, random);
            shuffled = shuffled.with(some.subList(0, 50));
        }
        shuffled = shuffled.with(all);

        assertThat(inOrder.entries()).hasSize(200);
        assertThat(inOrder.entries().getFirst().eventId()).isEqualTo("e499");
        assertThat(inOrder.entries().getLast().eventId()).isEqualTo("e300");
        assertThat(shuffled.entries()).isEqualTo(inOrder.entries());
        assertThat(inOrder.with(all)).isSameAs(inOrder);
    }

    @Test
    void anEventReadAgainKeepsTheTimeItWasFirstTold() {
        StoredFeed feed = StoredFeed.empty("sub").with(List.of(entry(1)));
        FeedEntry again = new FeedEntry("e001", "t", "t", null, null, false, BEGAN, BEGAN.plusSeconds(99));

        assertThat(feed.with(List.of(again))).isSameAs(feed);
    }

    private static FeedEntry entry(int number) {
        // two of each time
        Instant at = BEGAN.plusSeconds(number / 2);
        return new FeedEntry("e%03d".formatted(number), "t", "t", null, null, false, at, at);
    }
}
