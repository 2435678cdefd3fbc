package io.casewire.replication.obligation;

import io.casewire.contracts.event.Basis;
import io.casewire.contracts.event.Basis.Superseding;
import io.casewire.contracts.id.CaseId;
import io.casewire.gazetteer.Amendments;
import io.casewire.replication.ledger.Entry;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What lines rest on beside their own case: who told an instrument's day, a later instrument, the telling
 * that names the maker, the operator's row.
 */
final class Foundations {
    private static final Logger LOG = LoggerFactory.getLogger(Foundations.class);

    private final Instruments instruments;
    private final Tellings tellings;
    private final Cases cases;
    private final Set<Written> written;

    Foundations(Instruments instruments, Tellings tellings, Cases cases, Amendments amendments) {
        this.instruments = instruments;
        this.tellings = tellings;
        this.cases = cases;
        this.written = amendments.all().stream()
                .map(row -> new Written(row.of(), row.recorded()))
                .collect(Collectors.toSet());
    }

    /** By what a row of the operator's tables is known again. */
    private record Written(String id, LocalDate recorded) {}

    /** Cases whose restored lines rest on what is still to be read again: they stay as they are until then. */
    Set<CaseId> missing(List<Entry> present) {
        Set<String> toldBy = all(present, Foundations::foundIn);
        Set<CaseId> later = all(present, Foundations::superseding);
        Set<CaseId> makers = all(present, Foundations::originCase);
        toldBy.removeAll(instruments.known(toldBy));
        if (!later.isEmpty()) {
            later.removeAll(cases.findAll(later).keySet());
        }
        makers.removeAll(tellings.known(makers));
        return present.stream()
                .filter(entry -> foundIn(entry).filter(toldBy::contains).isPresent()
                        || superseding(entry).filter(later::contains).isPresent()
                        || originCase(entry).filter(makers::contains).isPresent()
                        || isLost(entry))
                .map(entry -> entry.obligation().caseId())
                .collect(Collectors.toSet());
    }

    /** Whether it follows from a row of the operator's tables that is not there: withdrawn ones are, so the tables are missing. */
    private boolean isLost(Entry entry) {
        boolean lost = entry.active()
                && basis(entry)
                        .map(Basis::amendment)
                        .filter(row -> !written.contains(new Written(row.id(), row.recorded())))
                        .isPresent();
        if (lost) {
            LOG.warn(
                    "{} follows from a row of the operator's tables that is not there; its case stays as it is",
                    entry.id().value());
        }
        return lost;
    }

    /** The case that takes a line's place; empty where none does. */
    static Optional<CaseId> superseding(Entry entry) {
        return basis(entry).map(Basis::supersededBy).map(Superseding::caseId);
    }

    private static Optional<CaseId> originCase(Entry entry) {
        return basis(entry).map(Basis::originCase);
    }

    private static Optional<String> foundIn(Entry entry) {
        return basis(entry).map(Basis::day).map(Basis.Day::foundIn);
    }

    private static Optional<Basis> basis(Entry entry) {
        return Optional.ofNullable(entry.obligation().basis());
    }

    private static <T> Set<T> all(List<Entry> present, Function<Entry, Optional<T>> part) {
        return present.stream().flatMap(entry -> part.apply(entry).stream()).collect(Collectors.toSet());
    }
}
