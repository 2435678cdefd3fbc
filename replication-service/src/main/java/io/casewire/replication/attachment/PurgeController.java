package io.casewire.replication.attachment;

import io.casewire.contracts.id.ObligationId;
import io.casewire.identity.Caller;
import io.casewire.replication.request.Texts;
import io.casewire.serving.problem.Problems;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Purging of files over HTTP. */
@RestController
@RequestMapping("/api/replication/v1/attachments/{sha256}")
final class PurgeController {
    private final Purges purges;
    private final Clock clock;

    PurgeController(Purges purges, Clock clock) {
        this.purges = purges;
        this.clock = clock;
    }

    /** The body, as sent. */
    record PurgeRequest(@Nullable String reason) {}

    /**
     * A file whose bytes are destroyed.
     *
     * @param actor token subject of who decided it first
     * @param obligations lines that name it, in the order of their ids
     */
    record Purged(String sha256, String actor, Instant at, String reason, List<ObligationId> obligations) {}

    /** Destroys the bytes of a file that should never have come, whichever lines name it; their histories keep that it was there. */
    @PostMapping("/purge")
    Purged purge(@PathVariable String sha256, @RequestBody PurgeRequest request, Caller caller) {
        String reason = Texts.reason(request.reason(), "Bytes are destroyed for a reason.");
        if (!purges.knows(sha256)) {
            throw Problems.notFound("attachment", sha256);
        }
        // the store keeps milliseconds
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Purges.Done done = purges.purge(sha256, new Purge(caller.subject(), now, reason));
        return new Purged(
                sha256, done.purge().actor(), done.purge().at(), done.purge().reason(), done.lines());
    }
}
