package io.casewire.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.cli.doctor.Finding.Grade;
import io.casewire.contracts.wire.WireJson;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void theInboxOfAServiceIsToldAsTheServiceSeesIt() {
        assertThat(inbox("{}")).isEmpty();
        assertThat(inbox("{\"folder\":\"/srv/inbox\",\"waiting\":3,\"troubled\":0}"))
                .contains(Finding.ok("inbox", "/srv/inbox, 3 waiting"));
        assertThat(inbox("{\"folder\":\"/srv/inbox\",\"waiting\":3,\"troubled\":2}"))
                .hasValueSatisfying(finding -> assertThat(finding.grade()).isEqualTo(Grade.WARN));
        assertThat(inbox("{\"folder\":\"/srv/inbox\",\"reason\":\"There is no folder /srv/inbox\"}"))
                .contains(Finding.fail(
                        "inbox", "There is no folder /srv/inbox; it goes on by itself when that is mended"));
    }

    @Test
    void whetherAFolderCanBeWrittenIsTried(@TempDir Path folder) {
        assertThat(InboxCheck.of(folder).grade()).isEqualTo(Grade.OK);
        assertThat(InboxCheck.of(folder.resolve("none")).grade()).isEqualTo(Grade.FAIL);
        assertThat(folder).isEmptyDirectory();
    }

    private static Optional<Finding> inbox(String details) {
        return InboxCheck.of(WireJson.mapper()
                .readTree("{\"components\":{\"inbox\":{\"status\":\"UP\",\"details\":" + details + "}}}"));
    }

    private static Finding of(String health) {
        return InstanceChecks.of("catalog", WireJson.mapper().readTree(health));
    }
}
