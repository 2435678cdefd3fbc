package io.casewire.ingest.source;

import io.casewire.ingest.fetch.WebFile;
import io.casewire.ingest.lease.Lease;
import io.casewire.ingest.source.PageLook.Seen;
import io.casewire.outbound.destination.Endpoint;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * A round at a source: its page is looked at, what is new on it noted, and so many links taken as a round may. Everything is in the
 * store before the next step, so that a round that is cut off is gone on with by the next one.
 */
@Component
class Rounds {
    private final WatchedSources sources;
    private final WatchedLinks links;
    private final PageLook page;
    private final LinkTaking taking;
    private final SourceSettings settings;
    private final InstantSource clock;

    Rounds(
            WatchedSources sources,
            WatchedLinks links,
            PageLook page,
            LinkTaking taking,
            SourceSettings settings,
            InstantSource clock) {
        this.sources = sources;
        this.links = links;
        this.page = page;
        this.taking = taking;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Goes through a round.
     *
     * @param wanted asked between two files; where it says no, the round ends
     * @return after which time the source is due again
     * @throws LostSource where it is not ours any more
     */
    Duration go(WatchedSource source, Lease lease, BooleanSupplier wanted) throws IOException, InterruptedException {
        if (!source.definition().active()) {
            return source.definition().every();
        }
        sources.note(source, lease, new Update().set("state.lastAttempt", clock.instant()));
        return switch (page.look(source)) {
            case Seen.NotYet(Duration wait) -> later(source, wait);
            case Seen.Nothing(String reason, Duration asked) -> failed(source, lease, reason, asked);
            case Seen.Unchanged _ -> {
                sources.note(source, lease, seen(clock.instant()));
                yield takeLinks(source, lease, wanted);
            }
            case Seen.Links(SourceKind kind, List<Endpoint> found, WebFile file) -> {
                noteLinks(source, lease, found);
                sources.note(source, lease, seen(kind, file));
                yield takeLinks(source, lease, wanted);
            }
        };
    }

    private Duration failed(WatchedSource source, Lease lease, String reason, Duration asked) {
        int failures = source.state().failures() + 1;
        sources.note(source, lease, new Update().set("state.failures", failures).set("state.error", reason));
        return settings.retryAfter(failures, asked);
    }

    private void noteLinks(WatchedSource source, Lease lease, List<Endpoint> found) {
        boolean first = source.state().firstLook() == null;
        boolean skipped = first && source.definition().history() == History.SKIP;
        links.add(source.id(), found, skipped ? LinkState.SKIPPED : LinkState.PENDING, clock.instant());
        if (first) {
            sources.note(source, lease, new Update().set("state.firstLook", clock.instant()));
        }
    }

    private static Update seen(Instant now) {
        return new Update()
                .set("state.lastSuccess", now)
                .set("state.failures", 0)
                .unset("state.error");
    }

    private Update seen(SourceKind kind, WebFile file) {
        Update update = seen(clock.instant()).set("state.seenAs", kind);
        keep(update, "state.etag", file.etag());
        keep(update, "state.lastModified", file.lastModified());
        return update;
    }

    private static void keep(Update update, String field, @Nullable String value) {
        if (value == null) {
            update.unset(field);
        } else {
            update.set(field, value);
        }
    }

    private Duration takeLinks(WatchedSource source, Lease lease, BooleanSupplier wanted)
            throws IOException, InterruptedException {
        for (int taken = 0; taken < settings.maxPerRound(); taken++) {
            Optional<WatchedLink> next = links.nextDue(source.id(), clock.instant());
            if (next.isEmpty()) {
                break;
            }
            if (!wanted.getAsBoolean()) {
                return Duration.ZERO;
            }
            Optional<Duration> wait = taking.take(source, lease, next.get());
            if (wait.isPresent()) {
                return later(source, wait.get());
            }
        }
        for (int asked = 0; asked < settings.maxRechecks(); asked++) {
            Instant since = clock.instant().minus(settings.recheckAfter());
            Optional<WatchedLink> next = links.nextToRecheck(source.id(), since);
            if (next.isEmpty()
                    || !wanted.getAsBoolean()
                    || taking.take(source, lease, next.get()).isPresent()) {
                break;
            }
        }
        return untilNext(source);
    }

    private Duration later(WatchedSource source, Duration wait) {
        Duration every = source.definition().every();
        Duration longer = wait.compareTo(settings.hostPatience()) < 0 ? settings.hostPatience() : wait;
        return longer.compareTo(every) > 0 ? every : longer;
    }

    /** Links that are left do not wait for the next look. */
    private Duration untilNext(WatchedSource source) {
        Duration every = source.definition().every();
        Duration left = links.nextDueAt(source.id())
                .map(at -> Duration.between(clock.instant(), at))
                .orElse(every);
        Duration sooner = left.compareTo(every) < 0 ? left : every;
        return sooner.compareTo(settings.pause()) < 0 ? settings.pause() : sooner;
    }
}
