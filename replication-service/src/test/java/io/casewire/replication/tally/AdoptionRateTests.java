package io.casewire.replication.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Status;
import org.junit.jupiter.api.Test;

class AdoptionRateTests {
    @Test
    void silenceCountsInTheCoverageAndNotInTheRate() {
        AdoptionRate rate = AdoptionRate.of(26, 1, 1, 1, 1, 0, 4);
        assertThat(rate.inScope()).isEqualTo(30);
        assertThat(rate.numerator()).isEqualTo(2);
        assertThat(rate.denominator()).isEqualTo(3);
        assertThat(rate.rate()).isEqualTo(0.6667);
        assertThat(rate.known()).isEqualTo(4);
        assertThat(rate.coverage()).isEqualTo(0.1333);
        assertThat(rate.confirmedShare()).isEqualTo(0.069);
    }

    @Test
    void aShareOfNothingIsAbsent() {
        AdoptionRate nobody = AdoptionRate.of(0, 0, 0, 0, 0, 0, 0);
        assertThat(nobody.rate()).isNull();
        assertThat(nobody.coverage()).isNull();
        assertThat(nobody.confirmedShare()).isNull();
        AdoptionRate silent = AdoptionRate.of(30, 0, 0, 0, 0, 0, 0);
        assertThat(silent.rate()).isNull();
        assertThat(silent.coverage()).isEqualTo(0.0);
        assertThat(silent.confirmedShare()).isEqualTo(0.0);
    }

    @Test
    void everyStatusCountsSomewhereOnce() {
        Tally tally = new Tally();
        for (Status status : Status.values()) {
            if (status != Status.CLOSED) {
                tally.add(status, null, Assurance.EVIDENCED, 1);
            }
        }
        for (Outcome outcome : Outcome.values()) {
            tally.add(Status.CLOSED, outcome, Assurance.EVIDENCED, 10);
        }
        assertThat(tally.rate()).isEqualTo(AdoptionRate.of(1, 5, 10, 10, 10, 10, 2));
        assertThat(tally.rate().inScope()).isEqualTo(Status.values().length - 1 + 40);
    }
}
