package io.casewire.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.ObligationEvent.Note;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.event.ObligationEvent.Step;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.wire.HistoryChain.Taken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryChainTests {
    private static final ObligationId ID = ObligationId.derive("chain");
    private static final Step STEP = new Step(
            Status.UNKNOWN,
            Status.IN_PROGRESS,
            null,
            "王芳",
            Instant.parse("2026-11-21T08:00:00.120Z"),
            "已部署“一箱制”",
            null,
            List.of("样发〔2026〕1号"));

    /** Whoever holds our answers can work links out without our code. */
    @Test
    void aLinkIsTheDigestOfTheDocumentedText() throws NoSuchAlgorithmException {
        String text = "{\"obligation\":\"" + ID.value() + "\",\"previous\":\"" + "0".repeat(64)
                + "\",\"revision\":2,\"step\":{\"actor\":\"王芳\",\"at\":"
                + WireJson.mapper().writeValueAsString(STEP.at())
                + ",\"evidence\":[\"样发〔2026〕1号\"],\"explanation\":\"已部署“一箱制”\",\"from\":\"UNKNOWN\",\"to\":\"IN_PROGRESS\"}}";
        String expected = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(HistoryChain.link(HistoryChain.START, ID, 2, STEP)).isEqualTo(expected);
    }

    @Test
    void everyPartCounts() {
        Note note = new Note("王芳", STEP.at(), "消息");
        assertThat(List.of(
                        HistoryChain.link(HistoryChain.START, ID, 2, STEP),
                        HistoryChain.link("1".repeat(64), ID, 2, STEP),
                        HistoryChain.link(HistoryChain.START, ObligationId.derive("other"), 2, STEP),
                        HistoryChain.link(HistoryChain.START, ID, 3, STEP),
                        HistoryChain.link(HistoryChain.START, ID, 2, STEP.outline()),
                        HistoryChain.link(HistoryChain.START, ID, 2, note),
                        HistoryChain.link(HistoryChain.START, ID, 2, new Note("李明", STEP.at(), "消息"))))
                .doesNotHaveDuplicates();
    }

    @Test
    void theFirstThatDoesNotFitIsFound() {
        Note note = new Note("王芳", STEP.at(), "消息");
        String first = HistoryChain.link(HistoryChain.START, ID, 2, STEP);
        String second = HistoryChain.link(first, ID, 3, note);
        List<Taken> whole = List.of(
                new Taken(2, STEP, first),
                new Taken(3, note, second),
                new Taken(5, STEP, HistoryChain.link(second, ID, 5, STEP)));
        assertThat(HistoryChain.firstBreak(ID, whole)).isEmpty();
        assertThat(HistoryChain.firstBreak(ID, whole.reversed())).isEmpty();
        Taken changed = new Taken(2, STEP.outline(), first);
        assertThat(HistoryChain.firstBreak(ID, List.of(changed, whole.get(1), whole.get(2))))
                .contains(changed);
        assertThat(HistoryChain.firstBreak(ID, List.of(whole.get(0), whole.get(2))))
                .contains(whole.get(2));
        Taken unlinked = new Taken(3, note, null);
        assertThat(HistoryChain.firstBreak(ID, List.of(whole.get(0), unlinked, whole.get(2))))
                .contains(unlinked);
        assertThat(HistoryChain.firstBreak(ObligationId.derive("other"), whole)).contains(whole.get(0));
    }

    @Test
    void whatIsOlderThanChainsIsCoveredByTheFirstLink() {
        String older = HistoryChain.link(HistoryChain.START, ID, 2, STEP);
        Taken first = new Taken(3, STEP, HistoryChain.link(older, ID, 3, STEP));
        List<Taken> history = List.of(new Taken(2, STEP, null), first);
        assertThat(HistoryChain.firstBreak(ID, history)).isEmpty();
        assertThat(HistoryChain.end(ID, history)).isEqualTo(first.chain());
        assertThat(HistoryChain.firstBreak(ID, List.of(new Taken(2, STEP.outline(), null), first)))
                .contains(first);
    }
}
