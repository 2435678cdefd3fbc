package io.casewire.replication.ledger;

import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.parsed.PromotionStrength;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.replication.request.Choices;
import io.casewire.replication.request.Days;
import io.casewire.serving.problem.InvalidParameter;
import io.casewire.serving.problem.Unknown;
import io.casewire.text.ComparableKey;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The filters of lists of lines as sent; null asks for all.
 *
 * @param instrument number or, where it has none, title of the instrument a line follows from, in any spelling
 * @param title part of the title of the case, in any spelling
 * @param asOf the day on which {@code overdue} is judged, today where absent
 * @param outcome what rates count a line as, one of those sent: {@code unknown}, {@code open}, {@code adopted}, {@code partial},
 *     {@code not_applicable}, {@code superseded}
 * @param without what the document of a line does not say: {@code domain}, {@code instrument}, {@code strength}
 */
public record AskedLines(
        @Nullable String region,
        @Nullable String level,
        @Nullable String province,
        @Nullable String status,
        @Nullable String domain,
        @Nullable String strength,
        @Nullable String instrument,
        @Nullable String title,
        @Nullable String asOf,
        @Nullable List<String> outcome,
        @Nullable List<String> without) {
    private static final int MAX_TEXT = 200;

    /**
     * Those whose names are words of the language, or that are true or false.
     *
     * @param lapsed whether to include lines that no longer hold
     */
    public record Beside(
            @Nullable String caseId,
            @Nullable String dueBefore,
            @Nullable String dueAfter,
            @Nullable Boolean overdue,
            boolean lapsed,
            @Nullable Boolean counted,
            @Nullable Boolean evidenced) {}

    /** Typed; what is not understood is refused by name. */
    public EntryFilter filter(Beside beside, Gazetteer gazetteer, LocalDate today) {
        return new EntryFilter(
                InvalidParameter.read("case", beside.caseId(), CaseId::new),
                Choices.region(region, gazetteer),
                Choices.level(level),
                Choices.region(province, gazetteer),
                Unknown.constant("status", status, Status.class),
                beside.lapsed(),
                new SubjectFilter(
                        Choices.domain(domain),
                        Unknown.constant("strength", strength, PromotionStrength.class),
                        comparable("instrument", instrument),
                        comparable("title", title),
                        constants("without", without, Unsaid.class)),
                new DueFilter(
                        Days.parameter("due_before", beside.dueBefore()),
                        Days.parameter("due_after", beside.dueAfter()),
                        beside.overdue(),
                        day(today),
                        false),
                new CountFilter(beside.counted(), constants("outcome", outcome, CountedAs.class), beside.evidenced()));
    }

    /** The day on which what is due is judged. */
    LocalDate day(LocalDate today) {
        LocalDate day = Days.parameter("asOf", asOf);
        return day == null ? today : day;
    }

    private static <E extends Enum<E>> Set<E> constants(String what, @Nullable List<String> given, Class<E> type) {
        EnumSet<E> constants = EnumSet.noneOf(type);
        for (String one : given == null ? List.<String>of() : given) {
            E constant = Unknown.constant(what, one, type);
            if (constant != null) {
                constants.add(constant);
            }
        }
        return constants;
    }

    private static @Nullable String comparable(String parameter, @Nullable String given) {
        if (given != null
                && (given.length() > MAX_TEXT || ComparableKey.of(given).isEmpty())) {
            throw new InvalidParameter(
                    parameter, "It has a letter, digit or Chinese character, and at most " + MAX_TEXT + " characters.");
        }
        return given;
    }
}
