package io.casewire.replication.obligation;

import io.casewire.contracts.event.Basis.Known;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.parsed.PolicyDocument;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.gazetteer.PartialDate;
import io.casewire.gazetteer.PartialDate.Precision;
import io.casewire.text.ComparableKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The day on which an instrument was issued, as well as it is known. Pure. */
final class InstrumentDays {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private InstrumentDays() {}

    /**
     * A day, or the two ends of the time it lies in.
     *
     * @param foundIn id of what prints it; null unless it was found elsewhere
     */
    record Span(
            LocalDate first,
            LocalDate last,
            Known known,
            @Nullable String foundIn) {
        static Span of(PartialDate date) {
            Known known = date.precision() == Precision.DAY ? Known.PRINTED : Known.PERIOD;
            return new Span(date.first(), date.last(), known, null);
        }
    }

    /**
     * The printed day; else that of the document, where it is the instrument or names none; else the one that other documents print
     * beside the instrument's number or title; else the printed month or year; else the day of publication.
     *
     * @param elsewhere what other documents print
     */
    static Span of(
            @Nullable Promotion promotion,
            DocumentReference document,
            Instant publishedAt,
            Optional<InstrumentDay> elsewhere) {
        Optional<PartialDate> since = date(promotion == null ? null : promotion.since());
        if (since.isPresent() && since.get().precision() == Precision.DAY) {
            return Span.of(since.get());
        }
        Optional<PartialDate> issued = date(document.issuedOn())
                .filter(_ -> isInstrument(document, promotion == null ? null : promotion.instrument()))
                .filter(date -> since.isEmpty() || within(date, since.get()));
        if (issued.isPresent() && issued.get().precision() == Precision.DAY) {
            return Span.of(issued.get());
        }
        Optional<InstrumentDay> found = elsewhere.filter(
                known -> since.isEmpty() || within(PartialDate.parse(known.day().toString()), since.get()));
        if (found.isPresent()) {
            LocalDate day = found.get().day();
            return new Span(day, day, Known.ELSEWHERE, found.get().foundIn());
        }
        return issued.or(() -> since)
                .or(() -> date(document.issuedOn()))
                .map(Span::of)
                .orElseGet(() -> {
                    LocalDate day = LocalDate.ofInstant(publishedAt, CHINA);
                    return new Span(day, day, Known.PUBLISHED, null);
                });
    }

    /** Whether the document is what the promotion rests on. One that rests on another says nothing of that one's day. */
    private static boolean isInstrument(DocumentReference document, @Nullable PolicyDocument instrument) {
        if (instrument == null || (instrument.number() == null && instrument.title() == null)) {
            return true;
        }
        if (instrument.number() != null && document.number() != null) {
            return ComparableKey.of(instrument.number()).equals(ComparableKey.of(document.number()));
        }
        return instrument.number() == null && Objects.equals(titleKey(instrument.title()), titleKey(document.title()));
    }

    private static @Nullable String titleKey(@Nullable String title) {
        return title == null ? null : ComparableKey.of(title);
    }

    private static boolean within(PartialDate inner, PartialDate outer) {
        return !inner.first().isBefore(outer.first()) && !inner.last().isAfter(outer.last());
    }

    private static Optional<PartialDate> date(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(PartialDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
