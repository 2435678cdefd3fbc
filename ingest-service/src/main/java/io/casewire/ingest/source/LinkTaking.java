package io.casewire.ingest.source;

import io.casewire.ingest.document.Door;
import io.casewire.ingest.document.Door.Answer;
import io.casewire.ingest.fetch.FetchOutcome;
import io.casewire.ingest.fetch.FetchOutcome.Failed;
import io.casewire.ingest.fetch.FetchOutcome.Fetched;
import io.casewire.ingest.fetch.FetchOutcome.NotModified;
import io.casewire.ingest.fetch.FetchOutcome.Refused;
import io.casewire.ingest.fetch.FetchRequest;
import io.casewire.ingest.fetch.Fetcher;
import io.casewire.ingest.fetch.WebFile;
import io.casewire.ingest.lease.Lease;
import io.casewire.ingest.upload.Upload;
import io.casewire.ingest.upload.WebOrigin;
import io.casewire.parsing.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Fetches what a link leads to and makes it an upload. The upload is ours before the link says so: a crash in between fetches the same bytes
 * again, which are known then.
 */
@Component
class LinkTaking {
    private final WatchedSources sources;
    private final WatchedLinks links;
    private final HostTurns turns;
    private final Fetcher fetcher;
    private final Door door;
    private final SourceSettings settings;
    private final InstantSource clock;

    LinkTaking(
            WatchedSources sources,
            WatchedLinks links,
            HostTurns turns,
            Fetcher fetcher,
            Door door,
            SourceSettings settings,
            InstantSource clock) {
        this.sources = sources;
        this.links = links;
        this.turns = turns;
        this.fetcher = fetcher;
        this.door = door;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Asks for the file, if it is not the one at hand.
     *
     * @return after what time to go on, where nothing more can be had at this moment: it is not our turn at the host, or the service
     *     has enough to do
     * @throws LostSource where the source is not ours any more
     */
    Optional<Duration> take(WatchedSource source, Lease lease, WatchedLink link)
            throws IOException, InterruptedException {
        Optional<Lease> turn = turns.take(link.host(), settings.hostPatience());
        if (turn.isEmpty()) {
            return Optional.of(turns.untilFree(link.host()));
        }
        Duration rest = settings.pause();
        try {
            Door.Coming coming = Door.Coming.fetched(
                    source.createdBy(), source.definition().backfill(), new WebOrigin(link.url(), source.id()));
            FetchOutcome<Answer> outcome = fetcher.fetch(
                    new FetchRequest(link.url(), link.etag(), link.lastModified()),
                    (bytes, file) -> door.take(bytes, file.name(), coming));
            if (outcome instanceof Failed<Answer> failed && failed.retryAfter() != null) {
                rest = settings.rest(failed.retryAfter());
            }
            return note(source, lease, link, outcome);
        } finally {
            turn.get().closeFor(rest);
        }
    }

    /** @return as {@link #take} does */
    private Optional<Duration> note(WatchedSource source, Lease lease, WatchedLink link, FetchOutcome<Answer> outcome) {
        Instant now = clock.instant();
        switch (outcome) {
            case Fetched<Answer>(Answer answer, WebFile file) -> {
                return note(source, lease, link, answer, file);
            }
            case NotModified<Answer> _ -> links.checked(link, null, now);
            case Refused<Answer>(String reason) -> refuse(link, reason);
            case Failed<Answer>(String reason, int _, @Nullable Duration asked) ->
                fail(link, reason, asked == null ? Duration.ZERO : asked, now);
        }
        return Optional.empty();
    }

    private Optional<Duration> note(WatchedSource source, Lease lease, WatchedLink link, Answer answer, WebFile file) {
        Instant now = clock.instant();
        switch (answer) {
            case Answer.Taken(Upload upload, boolean _) -> {
                if (!upload.id().equals(link.upload())) {
                    sources.note(source, lease, news(link, now));
                }
                links.taken(link, upload.id(), file.etag(), file.lastModified(), now);
            }
            case Answer.Busy(Duration pause, String _) -> {
                return Optional.of(pause);
            }
            case Answer.Refused(Refusal refusal) -> refuse(link, refusal.reason());
            case Answer.Unsettled _ -> fail(link, "It did not come to its end in time.", Duration.ZERO, now);
        }
        return Optional.empty();
    }

    private static Update news(WatchedLink link, Instant now) {
        Update news = new Update().set("state.lastNewDocument", now);
        return link.upload() == null ? news : news.inc("state.changed", 1);
    }

    /** What is taken stays taken, whatever becomes of its page. */
    private void refuse(WatchedLink link, String reason) {
        if (link.upload() == null) {
            links.refused(link, reason);
        } else {
            links.checked(link, reason, clock.instant());
        }
    }

    private void fail(WatchedLink link, String reason, Duration asked, Instant now) {
        if (link.upload() != null) {
            links.checked(link, reason, now);
            return;
        }
        int attempts = link.attempts() + 1;
        LinkState next = attempts < settings.maxAttempts() ? LinkState.PENDING : LinkState.FAILED;
        links.failed(link, next, reason, now.plus(settings.retryAfter(attempts, asked)));
    }
}
