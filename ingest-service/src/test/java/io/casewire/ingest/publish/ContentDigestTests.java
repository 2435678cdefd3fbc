package io.casewire.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.wire.WireJson;
import org.junit.jupiter.api.Test;

class ContentDigestTests {
    private static final String TASK = """
            {"kind":"task","id":"task-0123456789abcdefghijklmnop","title":"建立台账","responsibleUnits":[],"leadUnits":["省商务厅"],
             "supportingUnits":[],"measures":[],"path":["一"],"lines":[%s]}""";

    @Test
    void movedLinesAreTheSameContent() {
        assertThat(ContentDigest.of(task("1,2"))).isEqualTo(ContentDigest.of(task("30,41")));
    }

    @Test
    void anotherWordIsOtherContent() {
        ParsedRecord changed = read(TASK.formatted("1,2").replace("省商务厅", "省发展改革委"));

        assertThat(ContentDigest.of(changed)).isNotEqualTo(ContentDigest.of(task("1,2")));
        assertThat(ContentDigest.differences(WireJson.mapper().writeValueAsString(task("1,2")), changed))
                .containsExactly("leadUnits");
    }

    @Test
    void zerosAfterTheDecimalPointAreNoOtherNumber() {
        String indicator = """
                {"kind":"indicator","id":"evi-0123456789abcdefghijklmnop","name":"率","targets":[{"text":"50","value":%s}],"lines":[1,1]}""";

        assertThat(ContentDigest.of(read(indicator.formatted("50"))))
                .isEqualTo(ContentDigest.of(read(indicator.formatted("50.00"))))
                .isNotEqualTo(ContentDigest.of(read(indicator.formatted("50.01"))));
    }

    @Test
    void aDigestDoesNotChangeFromOneVersionToTheNext() {
        assertThat(ContentDigest.of(task("1,2")))
                .as("other digests would publish every record again")
                .isEqualTo("1:d635bcf1c595f330ef71dd41462e65cd976b62bc11a0c64f39424487293990a9");
    }

    private static ParsedRecord task(String lines) {
        return read(TASK.formatted(lines));
    }

    private static ParsedRecord read(String json) {
        return WireJson.mapper().readValue(json, ParsedRecord.class);
    }
}
