package io.casewire.catalog.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.ObligationEvent.ObligationDerived;
import io.casewire.contracts.event.ObligationEvent.ObligationLapsed;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.event.ObligationEvent.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTests {
    @ParameterizedTest
    @CsvSource({
        "UNKNOWN,, UNKNOWN",
        "NOT_STARTED,, OPEN",
        "SUBMITTED,, OPEN",
        "REOPENED,, OPEN",
        "CLOSED, ADOPTED, ADOPTED",
        "CLOSED, PARTIAL, PARTIAL",
        "CLOSED, NOT_APPLICABLE, EXEMPT",
        "CLOSED, SUPERSEDED, EXEMPT",
        "CLOSED,, OPEN"
    })
    void followsWhereTheObligationStands(Status status, @Nullable Outcome outcome, Standing standing) {
        assertThat(Standing.of(new ObligationDerived(Duties.of("a", "a", Role.ADOPTER, status, outcome), 1)))
                .isEqualTo(standing);
    }

    @Test
    void countsNeitherRegionsOfOriginNorWhatLapsed() {
        assertThat(Standing.of(
                        new ObligationDerived(Duties.of("a", "a", Role.ORIGIN, Status.CLOSED, Outcome.ADOPTED), 1)))
                .isEqualTo(Standing.UNCOUNTED);
        assertThat(Standing.of(new ObligationLapsed(
                        Duties.of("a", "a", Role.ADOPTER, Status.CLOSED, Outcome.ADOPTED), 2, "案例已撤回")))
                .isEqualTo(Standing.UNCOUNTED);
    }
}
