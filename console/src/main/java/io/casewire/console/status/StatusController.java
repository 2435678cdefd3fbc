package io.casewire.console.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/status}: for the page and for {@code casewire status}. */
@RestController
final class StatusController {
    private final Readiness readiness;
    private final boolean trialStore;

    StatusController(Readiness readiness, StatusSettings settings) {
        this.readiness = readiness;
        this.trialStore = settings.trialStore();
    }

    /**
     * How the whole stands.
     *
     * @param status UP when every service is ready, DOWN when none is, else DEGRADED
     * @param checked when the services were asked
     * @param trialStore whether they keep their data in the trial store
     */
    record Answer(Overall status, Instant checked, boolean trialStore, List<ServiceLine> services) {}

    /**
     * One service.
     *
     * @param millis how long it took to say so, in milliseconds
     * @param reason why it is not ready, where that is known here
     * @param parts what of it is not well, as it says itself; absent where it is ready or says nothing of its parts
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ServiceLine(
            String name,
            ServiceState status,
            long millis,
            @Nullable String reason,
            @Nullable List<Part> parts) {}

    /**
     * A part of a service that is not well.
     *
     * @param name of the health indicator, for example {@code mongo} or {@code listeners}
     * @param status what it says, for example {@code DOWN}
     * @param reason a sentence of the service's own; absent where it gives none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(String name, String status, @Nullable String reason) {}

    enum Overall {
        UP,
        DEGRADED,
        DOWN
    }

    /** Always 200 and never longer than the time limit: it reports, it does not fail. */
    @GetMapping("/api/status")
    ResponseEntity<Answer> status() {
        Readiness.Seen seen = readiness.look();
        long up = seen.services().stream()
                .filter(line -> line.status() == ServiceState.UP)
                .count();
        Overall overall = up == seen.services().size() ? Overall.UP : up == 0 ? Overall.DOWN : Overall.DEGRADED;
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Answer(overall, seen.at(), trialStore, seen.services()));
    }
}
