package io.casewire.ingest.fetch;

import io.casewire.outbound.client.RetryAfter;
import io.casewire.outbound.destination.DestinationRefused;
import io.casewire.outbound.destination.Destinations;
import io.casewire.outbound.destination.Endpoint;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Fetches a file: from an allowed host, through the guard, by at most three redirects that are each judged like the first address, with one deadline over all of
 * it. The file is handed on as it comes and never whole in memory here.
 */
@Component
public class Fetcher implements DisposableBean {
    private static final int MAX_REDIRECTS = 3;

    private final WebAddresses addresses;
    private final FetchSettings settings;
    private final long maxBytes;
    private final InstantSource clock;
    private final WebClient client;

    Fetcher(
            WebAddresses addresses,
            Destinations destinations,
            FetchSettings settings,
            @Value("${casewire.ingest.upload.max-size:64MB}") DataSize maxSize,
            InstantSource clock) {
        this.addresses = addresses;
        this.settings = settings;
        this.maxBytes = maxSize.toBytes();
        this.clock = clock;
        this.client = new WebClient(destinations, settings, maxBytes);
    }

    /** What to do with a file while it comes. */
    @FunctionalInterface
    public interface Use<T> {
        /** Reading throws where the file breaks off, which is to be let through. */
        T of(InputStream bytes, WebFile file) throws IOException, InterruptedException;
    }

    /**
     * Asks for the file and waits for what comes of it. To be called on a thread that may block.
     *
     * @throws IOException of the use alone, where it is none of the host's
     */
    public <T> FetchOutcome<T> fetch(FetchRequest request, Use<T> use) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + settings.timeLimit().toNanos();
        try {
            String url = request.url();
            for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
                Endpoint endpoint = addresses.permitted(url);
                try (WebAnswer answer = client.get(endpoint, headers(request), deadline)) {
                    if (!answer.isRedirect()) {
                        return outcome(answer, endpoint, request, use);
                    }
                    url = target(answer, endpoint);
                }
            }
            return new FetchOutcome.Refused<>(Reasons.tooManyRedirects(MAX_REDIRECTS));
        } catch (FetchRefused e) {
            return new FetchOutcome.Refused<>(e.sentence());
        } catch (TimeoutException e) {
            return failed(Reasons.tooSlow(settings.timeLimit()));
        } catch (ExecutionException e) {
            return failure(e.getCause() == null ? e : e.getCause(), deadline);
        } catch (BodyBroken e) {
            return failed(e.sentence());
        }
    }

    @Override
    public void destroy() {
        client.close();
    }

    private Map<String, String> headers(FetchRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("user-agent", settings.userAgent());
        headers.put("accept", "*/*");
        headers.put("accept-encoding", "identity");
        headers.put("connection", "close");
        if (request.etag() != null) {
            headers.put("if-none-match", request.etag());
        }
        if (request.lastModified() != null) {
            headers.put("if-modified-since", request.lastModified());
        }
        return headers;
    }

    private static String target(WebAnswer answer, Endpoint endpoint) {
        String location = answer.header("location");
        String target = location == null
                ? null
                : WebReference.absolute(endpoint.uri(), WebText.decoded(location))
                        .orElse(null);
        if (target == null) {
            throw new FetchRefused(Reasons.noTarget(answer.status()));
        }
        boolean secure = "https".equals(endpoint.uri().getScheme());
        if (secure && target.toLowerCase(Locale.ROOT).startsWith("http:")) {
            throw new FetchRefused(Reasons.downgrade());
        }
        return target;
    }

    private <T> FetchOutcome<T> outcome(WebAnswer answer, Endpoint endpoint, FetchRequest request, Use<T> use)
            throws IOException, InterruptedException {
        int status = answer.status();
        if (status == 304 && request.isConditional()) {
            return new FetchOutcome.NotModified<>();
        }
        if (status != 200) {
            return new FetchOutcome.Failed<>(
                    Reasons.status(status), status, RetryAfter.read(answer.header("retry-after"), clock.instant()));
        }
        if (WebAnswer.length(answer.headers()) > maxBytes) {
            return new FetchOutcome.Refused<>(Reasons.tooLarge(maxBytes));
        }
        String encoding = encoding(answer);
        if (!encoding.isEmpty() && !encoding.equals("gzip")) {
            return new FetchOutcome.Failed<>(Reasons.unknownEncoding(encoding), status, null);
        }
        WebFile file = file(answer, endpoint);
        try {
            InputStream bytes = encoding.isEmpty() ? answer.body() : new GZIPInputStream(answer.body());
            return new FetchOutcome.Fetched<>(use.of(bytes, file), file);
        } catch (ZipException | EOFException e) {
            return new FetchOutcome.Failed<>(Reasons.damagedEncoding(), status, null);
        }
    }

    private static String encoding(WebAnswer answer) {
        String encoding = answer.headers()
                .getOrDefault("content-encoding", "")
                .toLowerCase(Locale.ROOT)
                .strip();
        return switch (encoding) {
            case "identity" -> "";
            case "x-gzip" -> "gzip";
            default -> encoding;
        };
    }

    private static WebFile file(WebAnswer answer, Endpoint endpoint) {
        return new WebFile(
                WebText.name(answer.header("content-disposition"), endpoint.uri()),
                endpoint.uri().toString(),
                answer.header("content-type"),
                answer.validator("etag"),
                answer.validator("last-modified"));
    }

    private <T> FetchOutcome<T> failure(Throwable failure, long deadline) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof DestinationRefused)) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case DestinationRefused refused ->
                new FetchOutcome.Refused<>(Reasons.refused(String.valueOf(refused.getMessage())));
            case UnknownHostException unknown -> failed(Reasons.unknownHost(host(unknown)));
            case Throwable _ when System.nanoTime() >= deadline -> failed(Reasons.tooSlow(settings.timeLimit()));
            case Throwable other -> failed(Reasons.unreachable(other));
        };
    }

    private static String host(UnknownHostException unknown) {
        @Nullable String message = unknown.getMessage();
        return message == null ? "" : message.split(":", 2)[0];
    }

    private static <T> FetchOutcome<T> failed(String reason) {
        return new FetchOutcome.Failed<>(reason, 0, null);
    }
}
