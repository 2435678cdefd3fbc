package io.casewire.replication.ledger;

import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.event.ObligationEvent.Work;
import java.util.EnumMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far the parts of a line are.
 *
 * @param number of parts that hold
 * @param byStatus how many of them are where; a status without any is left out
 * @param percent mean of what they say, rounded; null where none says one, and in outlines
 * @param percentOf how many of them say one; null in outlines
 */
public record RollUp(
        int number,
        Map<Status, Integer> byStatus,
        @Nullable Integer percent,
        @Nullable Integer percentOf) {

    /** Of these parts. */
    public static RollUp of(List<Entry> parts) {
        Map<Status, Integer> byStatus = new EnumMap<>(Status.class);
        parts.forEach(part -> byStatus.merge(part.obligation().status(), 1, Integer::sum));
        IntSummaryStatistics percents = parts.stream()
                .flatMap(part -> Stream.ofNullable(part.obligation().work()))
                .map(Work::percent)
                .flatMap(Stream::ofNullable)
                .mapToInt(Integer::intValue)
                .summaryStatistics();
        int said = Math.toIntExact(percents.getCount());
        return new RollUp(
                parts.size(), byStatus, said == 0 ? null : Math.toIntExact(Math.round(percents.getAverage())), said);
    }

    /** The same for readers who may not know what regions say of their work. */
    RollUp outline() {
        return new RollUp(number, byStatus, null, null);
    }
}
