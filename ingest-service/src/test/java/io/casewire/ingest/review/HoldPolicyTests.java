package io.casewire.ingest.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.Severity;
import io.casewire.ingest.upload.Hold;
import io.casewire.ingest.upload.Hold.Decision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldPolicyTests {
    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

    /** Earlier: none; asked (before it was parsed); undecided (parsed again); released, and released on request. */
    @ParameterizedTest
    @CsvSource({
        "none,           false, '',            NUMBERING_GAP, WARNING, false",
        "none,           false, NUMBERING_GAP, NUMBERING_GAP, WARNING, true",
        "none,           false, NUMBERING_GAP, NUMBERING_GAP, ERROR,   true",
        "none,           false, NUMBERING_GAP, NUMBERING_GAP, INFO,    false",
        "none,           false, NUMBERING_GAP, UNKNOWN_UNIT,  WARNING, false",
        "none,           true,  '',            UNKNOWN_UNIT,  INFO,    true",
        "asked,          false, '',            UNKNOWN_UNIT,  INFO,    true",
        "undecided,      false, '',            UNKNOWN_UNIT,  INFO,    true",
        "released,       false, '',            UNKNOWN_UNIT,  INFO,    false",
        "released,       false, NUMBERING_GAP, NUMBERING_GAP, WARNING, true",
        "askedReleased,  false, '',            UNKNOWN_UNIT,  INFO,    true",
    })
    void holdsWhatIsAskedForOrWhatThePolicySays(
            String earlier, boolean all, String on, String code, Severity severity, boolean held) {
        ReviewSettings settings = new ReviewSettings(all, on.isEmpty() ? List.of() : List.of(on));

        Hold hold = HoldPolicy.of(
                settings, earlier(earlier), List.of(new DiagnosticRecord(severity, code, "x", null)), NOW);

        assertThat(hold != null).isEqualTo(held);
        if (hold != null) {
            assertThat(hold.open()).isTrue();
            assertThat(hold.since()).isEqualTo(NOW);
            assertThat(hold.codes())
                    .isEqualTo(on.equals(code) && severity != Severity.INFO ? List.of(code) : List.of());
            assertThat(hold.every()).isEqualTo(all);
        }
    }

    private static @Nullable Hold earlier(String name) {
        Decision released = new Decision(true, "李雷", NOW, null);
        return switch (name) {
            case "none" -> null;
            case "asked" -> Hold.ASKED;
            case "undecided" -> new Hold(false, false, List.of("NUMBERING_GAP"), null, null, null);
            case "released" -> new Hold(false, false, List.of(), NOW, released, null);
            case "askedReleased" -> new Hold(true, false, List.of(), NOW, released, null);
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Test
    void anUnknownCodeIsRefusedWithTheNearestOnes() {
        assertThatThrownBy(() -> new ReviewSettings(false, List.of("NUMBERING_GAPS")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("casewire.ingest.review.hold-on")
                .hasMessageContaining("'NUMBERING_GAPS'")
                .hasMessageContaining("Did you mean NUMBERING_GAP?");
    }
}
