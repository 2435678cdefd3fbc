package io.casewire.catalog.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.catalog.CaseDraft;
import io.casewire.catalog.lineage.likeness.Telling;
import io.casewire.contracts.event.DocumentReference;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LinkJudgeTests {
    private static final Instant NOW = CaseDraft.MORNING;
    private final LinkJudge judge = new LinkJudge(new LineageSettings(0.9, 0.5, Duration.ofSeconds(1)));
    private final Telling one = telling("one", "港口散粮“随船熏蒸”检疫新模式", Told.RESULTS);
    private final Telling same = telling("same", "港口散粮“随船熏蒸”检疫模式", Told.REPORT);
    private final Telling like = telling("like", "港口散粮随船检疫与装卸联动", Told.REPORT);
    private final Telling stranger = telling("stranger", "知识产权纠纷调解", Told.REPORT);

    @Test
    void confirmsAboveOneThresholdProposesBetweenTwoAndLinksNothingBelow() {
        assertThat(judge.next(null, one, same, NOW))
                .extracting(StoredLink::state)
                .isEqualTo(LinkState.CONFIRMED);
        assertThat(new LinkJudge(new LineageSettings(0.9, 0.05, Duration.ofSeconds(1))).next(null, one, like, NOW))
                .extracting(StoredLink::state)
                .isEqualTo(LinkState.PROPOSED);
        assertThat(judge.next(null, one, stranger, NOW)).isNull();
    }

    @Test
    void saysNothingWhereNothingChanged() {
        StoredLink link = judge.next(null, one, same, NOW);
        assertThat(judge.next(link, same, one, NOW.plusSeconds(1))).isNull();
    }

    @Test
    void rejectsWhatIsNoLongerAlikeOrNoLongerTold() {
        StoredLink link = judge.next(null, one, same, NOW);
        StoredLink ended = judge.next(link, one, stranger, NOW);
        assertThat(ended).extracting(StoredLink::state, StoredLink::revision).containsExactly(LinkState.REJECTED, 2L);
        assertThat(judge.next(ended, one, stranger, NOW)).as("and says so once").isNull();
        assertThat(judge.next(ended, one, null, NOW)).isNull();
        assertThat(judge.next(link, one, null, NOW))
                .extracting(StoredLink::state)
                .isEqualTo(LinkState.REJECTED);
        assertThat(judge.next(ended, one, same, NOW))
                .extracting(StoredLink::state)
                .isEqualTo(LinkState.CONFIRMED);
    }

    private static Telling telling(String name, String title, DocumentReference document) {
        return Telling.of(CaseDraft.of(name, title).content(), document);
    }
}
