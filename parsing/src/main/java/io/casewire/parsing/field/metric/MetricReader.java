package io.casewire.parsing.field.metric;

import io.casewire.contracts.parsed.Metric;
import io.casewire.contracts.parsed.MetricSection;
import io.casewire.parsing.layout.Interruption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the quantified effects of a text. Works on repaired text but stands stray spaces and half-width punctuation; the
 * time is linear in the length of the text.
 */
public final class MetricReader {
    private MetricReader() {}

    /**
     * The metrics of a text, in printed order.
     *
     * @param section the part of the case the text comes from; null where it is not known. A practice is described by many
     *     numbers that are no effects, so counts there need a word that makes them one (累计, 达, 已)
     * @return empty where nothing is quantified
     */
    public static List<Metric> read(String text, @Nullable MetricSection section) {
        List<Amount> amounts = Amounts.in(text);
        List<Metric> metrics = new ArrayList<>();
        if (amounts.isEmpty()) {
            return metrics;
        }
        AsOf dates = new AsOf(text);
        int sentence = 0;
        int first = 0;
        List<Amount> former = List.of();
        for (int i = 0; i <= amounts.size(); i++) {
            int next = i < amounts.size()
                    ? sentenceStart(text, sentence, amounts.get(i).start())
                    : -1;
            if (next != sentence) {
                if (i > first) {
                    Interruption.check();
                    List<Amount> own = amounts.subList(first, i);
                    metrics.addAll(new SentenceReader(text, sentence, own, former, dates, section).read());
                    former = Relevance.isFormer(text, sentence) ? own : List.of();
                }
                sentence = Math.max(next, 0);
                first = i;
            }
        }
        return List.copyOf(metrics);
    }

    /** Where the sentence of {@code index} begins, given one that begins at {@code known} or before. */
    private static int sentenceStart(String text, int known, int index) {
        int at = index;
        while (at > known && !Clauses.endsSentence(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }
}
