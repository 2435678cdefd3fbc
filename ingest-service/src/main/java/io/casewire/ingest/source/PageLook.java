package io.casewire.ingest.source;

import io.casewire.ingest.fetch.FetchOutcome;
import io.casewire.ingest.fetch.FetchOutcome.Failed;
import io.casewire.ingest.fetch.FetchOutcome.Fetched;
import io.casewire.ingest.fetch.FetchOutcome.NotModified;
import io.casewire.ingest.fetch.FetchOutcome.Refused;
import io.casewire.ingest.fetch.FetchRefused;
import io.casewire.ingest.fetch.FetchRequest;
import io.casewire.ingest.fetch.Fetcher;
import io.casewire.ingest.fetch.WebAddresses;
import io.casewire.ingest.fetch.WebFile;
import io.casewire.ingest.lease.Lease;
import io.casewire.outbound.destination.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at the page of a source. */
@Component
class PageLook {
    private static final int MAX_PAGE = 4 * 1024 * 1024;
    private static final int MAX_LINKS = 1000;

    private final Fetcher fetcher;
    private final WebAddresses addresses;
    private final HostTurns turns;
    private final SourceSettings settings;

    PageLook(Fetcher fetcher, WebAddresses addresses, HostTurns turns, SourceSettings settings) {
        this.fetcher = fetcher;
        this.addresses = addresses;
        this.turns = turns;
        this.settings = settings;
    }

    /** What was seen. */
    sealed interface Seen {
        /** Links to documents on hosts that may be asked, in the page's order. */
        record Links(SourceKind kind, List<Endpoint> links, WebFile page) implements Seen {}

        /** What was seen the last time. */
        record Unchanged() implements Seen {}

        /** @param retryAfter how long the host asks to be left alone; zero where it does not say */
        record Nothing(String reason, Duration retryAfter) implements Seen {}

        /** It is not our turn at the host; it may be after that time. */
        record NotYet(Duration pause) implements Seen {}
    }

    Seen look(WatchedSource source) throws IOException, InterruptedException {
        Endpoint page;
        try {
            page = addresses.permitted(source.definition().url());
        } catch (FetchRefused e) {
            return new Seen.Nothing(e.sentence(), Duration.ZERO);
        }
        Optional<Lease> turn = turns.take(page.host(), settings.hostPatience());
        if (turn.isEmpty()) {
            return new Seen.NotYet(turns.untilFree(page.host()));
        }
        Duration rest = settings.pause();
        try {
            FetchOutcome<Seen> outcome = fetcher.fetch(
                    new FetchRequest(
                            source.definition().url(),
                            source.state().etag(),
                            source.state().lastModified()),
                    (bytes, file) -> read(source, bytes, file));
            Seen seen = seen(outcome);
            rest = seen instanceof Seen.Nothing(var _, Duration asked) ? settings.rest(asked) : rest;
            return seen;
        } finally {
            turn.get().closeFor(rest);
        }
    }

    private static Seen seen(FetchOutcome<Seen> outcome) {
        return switch (outcome) {
            case Fetched<Seen>(Seen seen, WebFile _) -> seen;
            case NotModified<Seen> _ -> new Seen.Unchanged();
            case Refused<Seen>(String reason) -> new Seen.Nothing(reason, Duration.ZERO);
            case Failed<Seen>(String reason, int _, @Nullable Duration asked) ->
                new Seen.Nothing(reason, asked == null ? Duration.ZERO : asked);
        };
    }

    private Seen read(WatchedSource source, InputStream bytes, WebFile file) throws IOException {
        byte[] page = bytes.readNBytes(MAX_PAGE + 1);
        if (page.length > MAX_PAGE) {
            return new Seen.Nothing(Sentences.pageTooLarge(MAX_PAGE), Duration.ZERO);
        }
        try {
            Listing listing = Listing.of(page, file.contentType(), URI.create(file.url()), source.definition());
            List<Endpoint> links = permitted(listing, source);
            return links.isEmpty()
                    ? new Seen.Nothing(Sentences.noLinks(listing.kind()), Duration.ZERO)
                    : new Seen.Links(listing.kind(), links, file);
        } catch (SelectorParseException e) {
            return new Seen.Nothing(Sentences.badSelector(), Duration.ZERO);
        }
    }

    /** Those on hosts that may be asked, each once, without the page itself. */
    private List<Endpoint> permitted(Listing listing, WatchedSource source) {
        Map<String, Endpoint> links = new LinkedHashMap<>();
        for (String url : listing.urls()) {
            try {
                Endpoint link = addresses.permitted(url);
                String address = link.uri().toString();
                if (!address.equals(source.definition().url()) && links.size() < MAX_LINKS) {
                    links.putIfAbsent(address, link);
                }
            } catch (FetchRefused e) {
                // a page leads to many places
            }
        }
        return new ArrayList<>(links.values());
    }
}
