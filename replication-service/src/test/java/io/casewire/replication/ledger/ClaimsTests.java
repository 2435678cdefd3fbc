package io.casewire.replication.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.ObligationEvent.Claim;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsTests {
    @ParameterizedTest
    @CsvSource({
        "NONE,         REPORTED, NONE",
        "REPORTED,     REPORTED, NONE",
        "EVIDENCED,    VERIFIED, CONTRADICTED",
        "VERIFIED,     VERIFIED, CONTRADICTED",
        "CONTRADICTED, VERIFIED, CONTRADICTED"
    })
    void aReportMeetsWhatIsKnown(Claim before, Claim adopted, Claim notApplicable) {
        assertThat(Claims.submitted(before, Outcome.ADOPTED)).isEqualTo(adopted);
        assertThat(Claims.submitted(before, Outcome.PARTIAL)).isEqualTo(adopted);
        assertThat(Claims.submitted(before, null)).isEqualTo(adopted);
        assertThat(Claims.submitted(before, Outcome.NOT_APPLICABLE)).isEqualTo(notApplicable);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE,         VERIFIED, NONE",
        "REPORTED,     VERIFIED, CONTRADICTED",
        "EVIDENCED,    VERIFIED, CONTRADICTED",
        "VERIFIED,     VERIFIED, CONTRADICTED",
        "CONTRADICTED, VERIFIED, CONTRADICTED"
    })
    void theReviewerDecides(Claim before, Claim adopted, Claim notApplicable) {
        assertThat(Claims.closed(before, Outcome.ADOPTED)).isEqualTo(adopted);
        assertThat(Claims.closed(before, Outcome.PARTIAL)).isEqualTo(adopted);
        assertThat(Claims.closed(before, Outcome.NOT_APPLICABLE)).isEqualTo(notApplicable);
        assertThat(Claims.closed(before, Outcome.SUPERSEDED)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE,         EVIDENCED,    CONTRADICTED, NONE,     NONE",
        "REPORTED,     VERIFIED,     VERIFIED,     REPORTED, REPORTED",
        "EVIDENCED,    EVIDENCED,    EVIDENCED,    NONE,     NONE",
        "VERIFIED,     VERIFIED,     VERIFIED,     REPORTED, VERIFIED",
        "CONTRADICTED, CONTRADICTED, CONTRADICTED, NONE,     NONE"
    })
    void documentsComeAndGo(Claim before, Claim found, Claim foundThoughDenied, Claim gone, Claim goneThoughConfirmed) {
        assertThat(Claims.evidenced(before, false)).isEqualTo(found);
        assertThat(Claims.evidenced(before, true)).isEqualTo(foundThoughDenied);
        assertThat(Claims.unevidenced(before, false)).isEqualTo(gone);
        assertThat(Claims.unevidenced(before, true)).isEqualTo(goneThoughConfirmed);
    }

    @ParameterizedTest
    @CsvSource({
        "VERIFIED, false, REPORTED",
        "VERIFIED, true, VERIFIED",
        "NONE, false, NONE",
        "CONTRADICTED, true, CONTRADICTED"
    })
    void reopeningTakesTheReviewersWordBack(Claim before, boolean evidenced, Claim after) {
        assertThat(Claims.reopened(before, evidenced)).isEqualTo(after);
    }
}
