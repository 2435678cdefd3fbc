package io.casewire.replication.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssuranceRulesTests {
    @ParameterizedTest
    @CsvSource({
        "NONE,         REPORTED, NONE",
        "REPORTED,     REPORTED, NONE",
        "EVIDENCED,    VERIFIED, CONTRADICTED",
        "VERIFIED,     VERIFIED, CONTRADICTED",
        "CONTRADICTED, VERIFIED, CONTRADICTED"
    })
    void aReportMeetsWhatIsKnown(Assurance before, Assurance adopted, Assurance notApplicable) {
        assertThat(AssuranceRules.submitted(before, Outcome.ADOPTED)).isEqualTo(adopted);
        assertThat(AssuranceRules.submitted(before, Outcome.PARTIAL)).isEqualTo(adopted);
        assertThat(AssuranceRules.submitted(before, null)).isEqualTo(adopted);
        assertThat(AssuranceRules.submitted(before, Outcome.NOT_APPLICABLE)).isEqualTo(notApplicable);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE,         VERIFIED, NONE",
        "REPORTED,     VERIFIED, CONTRADICTED",
        "EVIDENCED,    VERIFIED, CONTRADICTED",
        "VERIFIED,     VERIFIED, CONTRADICTED",
        "CONTRADICTED, VERIFIED, CONTRADICTED"
    })
    void theReviewerDecides(Assurance before, Assurance adopted, Assurance notApplicable) {
        assertThat(AssuranceRules.closed(before, Outcome.ADOPTED)).isEqualTo(adopted);
        assertThat(AssuranceRules.closed(before, Outcome.PARTIAL)).isEqualTo(adopted);
        assertThat(AssuranceRules.closed(before, Outcome.NOT_APPLICABLE)).isEqualTo(notApplicable);
        assertThat(AssuranceRules.closed(before, Outcome.SUPERSEDED)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE,         EVIDENCED,    CONTRADICTED, NONE,     NONE",
        "REPORTED,     VERIFIED,     VERIFIED,     REPORTED, REPORTED",
        "EVIDENCED,    EVIDENCED,    EVIDENCED,    NONE,     NONE",
        "VERIFIED,     VERIFIED,     VERIFIED,     REPORTED, VERIFIED",
        "CONTRADICTED, CONTRADICTED, CONTRADICTED, NONE,     NONE"
    })
    void documentsComeAndGo(
            Assurance before,
            Assurance found,
            Assurance foundThoughDenied,
            Assurance gone,
            Assurance goneThoughConfirmed) {
        assertThat(AssuranceRules.evidenced(before, false)).isEqualTo(found);
        assertThat(AssuranceRules.evidenced(before, true)).isEqualTo(foundThoughDenied);
        assertThat(AssuranceRules.unevidenced(before, false)).isEqualTo(gone);
        assertThat(AssuranceRules.unevidenced(before, true)).isEqualTo(goneThoughConfirmed);
    }

    @ParameterizedTest
    @CsvSource({
        "VERIFIED, false, REPORTED",
        "VERIFIED, true, VERIFIED",
        "NONE, false, NONE",
        "CONTRADICTED, true, CONTRADICTED"
    })
    void reopeningTakesTheReviewersWordBack(Assurance before, boolean evidenced, Assurance after) {
        assertThat(AssuranceRules.reopened(before, evidenced)).isEqualTo(after);
    }
}
