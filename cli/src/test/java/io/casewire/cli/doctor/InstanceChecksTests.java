package io.casewire.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.cli.doctor.Finding.Grade;
import io.casewire.contracts.wire.WireJson;
import org.junit.jupiter.api.Test;

class InstanceChecksTests {
    @Test
    void aServiceThatIsReadyIsWell() {
        assertThat(of("{\"status\":\"UP\"}").grade()).isEqualTo(Grade.OK);
    }

    @Test
    void aServiceThatIsNotReadyFailsWithWhatIsWrongAndWhy() {
        Finding finding = of("""
                {"status":"DOWN","components":{
                  "mongo":{"status":"UP"},
                  "listeners":{"status":"OUT_OF_SERVICE"},
                  "continuity":{"status":"DOWN","details":{"loss":"The log is shorter than what was read."}}}}
                """);
        assertThat(finding.grade()).isEqualTo(Grade.FAIL);
        assertThat(finding.sentence())
                .isEqualTo("is not ready: listeners; continuity (The log is shorter than what was read.)");
    }

    @Test
    void whatIsNoAnswerOfAHealthEndpointFails() {
        assertThat(of("[]")).isEqualTo(Finding.fail("catalog", "is not ready"));
    }

    private static Finding of(String health) {
        return InstanceChecks.of("catalog", WireJson.mapper().readTree(health));
    }
}
