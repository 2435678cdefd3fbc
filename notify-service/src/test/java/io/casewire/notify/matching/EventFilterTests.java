package io.casewire.notify.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.Basis;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.ObligationDerived;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.PolicyDocument;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.parsed.PromotionStrength;
import io.casewire.notify.Cases;
import io.casewire.notify.subscription.Criteria;
import io.casewire.notify.subscription.EventKind;
import io.casewire.notify.subscription.Particulars;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What events say of particulars. */
class EventFilterTests {
    private static final PolicyDocument INSTRUMENT = new PolicyDocument("通知", "国函〔2023〕56号", null);
    private static final Event CASE = Cases.promoted(
            "推广",
            new Promotion(
                    PromotionScope.NAMED, null, List.of("430100"), PromotionStrength.MANDATED, "2023", INSTRUMENT));
    private static final Event OBLIGATION = obligation();

    @Test
    void ofACaseThePromotionAndTheDocumentAreAsked() {
        assertThat(takes(CASE, asked(Set.of(PromotionStrength.MANDATED), Set.of(), Set.of(), null)))
                .isTrue();
        assertThat(takes(CASE, asked(Set.of(PromotionStrength.ENCOURAGED), Set.of(), Set.of(), null)))
                .isFalse();
        assertThat(takes(CASE, asked(Set.of(), Set.of(Genre.ACHIEVEMENT_TABLE), Set.of(), null)))
                .isTrue();
        assertThat(takes(CASE, asked(Set.of(), Set.of(Genre.REPORT), Set.of(), null)))
                .isFalse();
        assertThat(takes(CASE, asked(Set.of(), Set.of(), Set.of("国函(2023)56号"), null)))
                .isTrue();
        assertThat(takes(CASE, asked(Set.of(), Set.of(), Set.of("国函〔2023〕5号"), null)))
                .isFalse();
    }

    @Test
    void aCaseConcernsWhomItsPromotionAddressesAndWhatThatLiesIn() {
        assertThat(takes(CASE, concerning("430100"))).isTrue();
        assertThat(takes(CASE, concerning("430000"))).isTrue();
        assertThat(takes(CASE, concerning("430102"))).isFalse();
        assertThat(takes(CASE, concerning("430200"))).isFalse();
    }

    @Test
    void ofAnObligationItsPlaceInTheLedgerIsAsked() {
        assertThat(takes(OBLIGATION, ledger(Level.PREFECTURE, Status.CLOSED, Outcome.PARTIAL)))
                .isTrue();
        assertThat(takes(OBLIGATION, ledger(Level.COUNTY, Status.CLOSED, Outcome.PARTIAL)))
                .isFalse();
        assertThat(takes(OBLIGATION, ledger(Level.PREFECTURE, Status.SUBMITTED, Outcome.PARTIAL)))
                .isFalse();
        assertThat(takes(OBLIGATION, ledger(Level.PREFECTURE, Status.CLOSED, Outcome.ADOPTED)))
                .isFalse();
        assertThat(takes(
                        OBLIGATION, asked(Set.of(PromotionStrength.ENCOURAGED), Set.of(), Set.of("国函 2023 56号"), null)))
                .isTrue();
        assertThat(takes(OBLIGATION, concerning("430000"))).isTrue();
        assertThat(takes(OBLIGATION, concerning("430200"))).isFalse();
        assertThat(takes(CASE, ledger(Level.PREFECTURE, Status.CLOSED, Outcome.PARTIAL)))
                .isFalse();
    }

    private static boolean takes(Event event, Particulars particulars) {
        Criteria criteria = new Criteria(
                EnumSet.allOf(EventKind.class), null, null, null, null, null, null, null, null, particulars);
        return EventFilter.facts(event).filter(new EventFilter(criteria)::takes).isPresent();
    }

    private static Particulars asked(
            Set<PromotionStrength> strengths, Set<Genre> genres, Set<String> instruments, @Nullable String concerns) {
        return new Particulars(strengths, genres, instruments, null, null, null, concerns);
    }

    private static Particulars concerning(String region) {
        return asked(Set.of(), Set.of(), Set.of(), region);
    }

    private static Particulars ledger(Level level, Status status, Outcome outcome) {
        return new Particulars(null, null, null, Set.of(level), Set.of(status), Set.of(outcome), null);
    }

    private static Event obligation() {
        CaseId id = CaseId.derive("filter", "推广");
        return new ObligationDerived(
                new Obligation(
                        ObligationId.derive(id.value(), "430100"),
                        id,
                        1,
                        "推广",
                        List.of(Domain.TRADE),
                        "430100",
                        "长沙市",
                        Role.ADOPTER,
                        Status.CLOSED,
                        Outcome.PARTIAL,
                        Assurance.REPORTED,
                        List.of(),
                        PromotionStrength.ENCOURAGED,
                        null,
                        null,
                        Level.PREFECTURE,
                        "430000",
                        new Basis(
                                Basis.Rule.NAMED,
                                null,
                                INSTRUMENT,
                                new Basis.Day(LocalDate.of(2023, 1, 1), Basis.Known.PRINTED, null, null),
                                null,
                                List.of(),
                                null,
                                null),
                        null,
                        null),
                1);
    }
}
