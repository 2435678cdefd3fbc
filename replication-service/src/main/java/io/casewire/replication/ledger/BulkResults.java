package io.casewire.replication.ledger;

import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.replication.ledger.Ledger.Answer;
import io.casewire.serving.problem.Problems;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/**
 * What became of several steps, or would become, in the order in which they were sent.
 *
 * @param wouldBeTaken of a dry run, those that are not refused; 0 otherwise
 */
record BulkResults(boolean dryRun, long taken, long wouldBeTaken, long refused, long notTried, List<Line> results) {
    /** Of these. */
    static BulkResults of(boolean dryRun, List<Line> results) {
        return new BulkResults(
                dryRun,
                count(results, Kind.TAKEN),
                count(results, Kind.WOULD_BE_TAKEN),
                count(results, Kind.REFUSED),
                count(results, Kind.NOT_TRIED),
                results);
    }

    private static long count(List<Line> results, Kind kind) {
        return results.stream().filter(line -> line.result() == kind).count();
    }

    enum Kind {
        TAKEN,
        /** In a dry run: no rule forbids it. */
        WOULD_BE_TAKEN,
        REFUSED,
        /** It may be taken, and was not because others may not. */
        NOT_TRIED
    }

    /**
     * What became of one.
     *
     * @param id as sent; null where none was
     * @param revision of the line now, of a dry run after the step; null where it was not looked at
     * @param status of the line at that revision; null as {@code revision}
     * @param problem slug of what a single step would have been refused with; null unless refused
     * @param detail a sentence on it; null unless refused
     */
    record Line(
            @Nullable String id,
            Kind result,
            @Nullable Long revision,
            @Nullable Status status,
            @Nullable String problem,
            @Nullable String detail) {
        static Line refused(@Nullable String id, ProblemDetail problem) {
            String type = String.valueOf(problem.getType());
            return new Line(
                    id, Kind.REFUSED, null, null, type.substring(type.lastIndexOf(':') + 1), problem.getDetail());
        }

        static Line of(String id, Optional<Answer> answer, boolean dryRun) {
            return switch (answer.orElse(null)) {
                case null -> new Line(id, Kind.NOT_TRIED, null, null, null, null);
                case Answer.Unknown _ ->
                    refused(id, Problems.notFound("obligation", id).getBody());
                case Answer.Taken(Entry entry) ->
                    new Line(
                            id,
                            dryRun ? Kind.WOULD_BE_TAKEN : Kind.TAKEN,
                            entry.revision(),
                            entry.obligation().status(),
                            null,
                            null);
                case Answer.Refused(Entry entry, Rule rule) ->
                    new Line(
                            id,
                            Kind.REFUSED,
                            entry.revision(),
                            entry.obligation().status(),
                            rule.slug(),
                            rule.sentence());
            };
        }
    }
}
