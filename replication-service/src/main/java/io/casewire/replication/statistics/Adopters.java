package io.casewire.replication.statistics;

import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.replication.evidence.EvidenceDays;
import io.casewire.replication.tally.Line;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who adopted what, and when. */
final class Adopters {
    private final EvidenceDays days;
    private final Names names;

    Adopters(EvidenceDays days, Names names) {
        this.days = days;
        this.names = names;
    }

    /** What says that a region adopted. */
    enum By {
        /** The line was closed as adopted, in whole or in part; the day of that step counts. */
        CLOSE_OUT,
        /**
         * Only a document says so; its date counts, of a month or year the last day, as it speaks of what was then done. No later than
         * today.
         */
        DOCUMENT
    }

    /**
     * A region that adopted a case.
     *
     * @param day in China
     * @param afterDays from the day of the instrument; 0 where it was before
     */
    record Adopter(
            CaseId caseId, ObligationId obligation, String code, String name, LocalDate day, By by, long afterDays) {}

    /** Those of these lines that adopted, on whatever day is known, the earliest first. What a document without a date says is left out. */
    List<Adopter> of(Collection<Line> lines, LocalDate today) {
        Map<EvidenceId, LocalDate> printed = days.of(lines.stream()
                .filter(Line::isEvidenced)
                .flatMap(line -> line.evidence().stream())
                .toList());
        return lines.stream()
                .flatMap(line -> of(line, printed, today))
                .sorted(Comparator.comparing(Adopter::day)
                        .thenComparing(Adopter::code)
                        .thenComparing(adopter -> adopter.caseId().value()))
                .toList();
    }

    private Stream<Adopter> of(Line line, Map<EvidenceId, LocalDate> printed, LocalDate today) {
        if (line.isAdopted()) {
            return line.closedOn().map(day -> adopter(line, day, By.CLOSE_OUT)).stream();
        }
        return line.isEvidenced() ? said(line, printed, today).stream() : Stream.empty();
    }

    private Optional<Adopter> said(Line line, Map<EvidenceId, LocalDate> printed, LocalDate today) {
        return line.evidence().stream()
                .flatMap(fact -> Stream.ofNullable(printed.get(fact)))
                .min(Comparator.naturalOrder())
                .map(day -> adopter(line, day.isAfter(today) ? today : day, By.DOCUMENT));
    }

    private Adopter adopter(Line line, LocalDate day, By by) {
        return new Adopter(
                line.caseId(),
                line.id(),
                line.region(),
                names.region(line.region()),
                day,
                by,
                Math.max(0, ChronoUnit.DAYS.between(line.start(), day)));
    }
}
