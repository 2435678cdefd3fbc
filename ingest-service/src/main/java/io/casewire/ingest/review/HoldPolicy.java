package io.casewire.ingest.review;

import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.Severity;
import io.casewire.ingest.upload.Hold;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says which parsed documents wait for a person. */
@Component
public class HoldPolicy {
    private final ReviewSettings settings;
    private final InstantSource clock;

    HoldPolicy(ReviewSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The hold of a file that has just been parsed and has something to publish; null where nothing holds it.
     *
     * @param earlier its hold before; one that nobody has decided about goes on
     */
    public @Nullable Hold of(@Nullable Hold earlier, List<DiagnosticRecord> diagnostics) {
        return of(settings, earlier, diagnostics, clock.instant());
    }

    static @Nullable Hold of(
            ReviewSettings settings, @Nullable Hold earlier, List<DiagnosticRecord> diagnostics, Instant at) {
        List<String> codes = diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() != Severity.INFO)
                .map(DiagnosticRecord::code)
                .filter(settings.holdOn()::contains)
                .distinct()
                .sorted()
                .toList();
        boolean asked = earlier != null && earlier.asked();
        boolean undecided = earlier != null && earlier.decision() == null;
        if (!asked && !undecided && !settings.holdAll() && codes.isEmpty()) {
            return null;
        }
        return new Hold(asked, settings.holdAll(), codes, at, null, null);
    }
}
