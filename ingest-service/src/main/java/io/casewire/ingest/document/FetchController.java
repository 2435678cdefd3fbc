package io.casewire.ingest.document;

import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.identity.web.AccessRules;
import io.casewire.ingest.fetch.FetchOutcome;
import io.casewire.ingest.fetch.FetchRequest;
import io.casewire.ingest.fetch.FetchSlots;
import io.casewire.ingest.fetch.Fetcher;
import io.casewire.ingest.fetch.WebFile;
import io.casewire.ingest.upload.WebOrigin;
import io.casewire.serving.openapi.Described;
import io.casewire.serving.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Documents by URL: each is fetched while its caller waits, and then an upload like any other. */
@RestController
@RequestMapping(FetchController.PATH)
class FetchController {
    static final String PATH = "/api/ingest/v1/fetches";

    private static final Duration RETRY_WHEN_CROWDED = Duration.ofSeconds(10);

    private final Fetcher fetcher;
    private final FetchSlots slots;
    private final UploadReceiver receiver;
    private final DryRun dryRun;

    FetchController(Fetcher fetcher, FetchSlots slots, UploadReceiver receiver, DryRun dryRun) {
        this.fetcher = fetcher;
        this.slots = slots;
        this.receiver = receiver;
        this.dryRun = dryRun;
    }

    /** What is asked for. */
    record Wanted(@Nullable String url) {
        // not by the constructor, which is called before an unknown property is seen
        String stated() {
            if (url == null || url.isBlank()) {
                throw Problems.badRequest("A document is fetched by its \"url\".");
            }
            return url.strip();
        }
    }

    /** Fetches a document from an address of a host that the operator allows, and takes it. */
    @PostMapping
    @Described(
            status = {200, 202},
            body = {DocumentView.class, DryRun.Shown.class},
            problems = {502, 507})
    ResponseEntity<?> fetch(
            @RequestBody Wanted wanted,
            @RequestParam(defaultValue = "false") boolean backfill,
            @RequestParam(defaultValue = "false") boolean hold,
            @RequestParam(name = "dryRun", defaultValue = "false") boolean dry,
            @RequestHeader(name = CorrelationId.HEADER, required = false) @Nullable String correlationId,
            Caller caller)
            throws IOException, InterruptedException {
        String url = wanted.stated();
        if (!slots.take()) {
            throw UploadRefused.busy("Too many documents are being fetched.", RETRY_WHEN_CROWDED);
        }
        try {
            FetchOutcome<ResponseEntity<?>> outcome = fetcher.fetch(
                    FetchRequest.of(url),
                    (bytes, file) -> dry
                            ? ResponseEntity.ok(dryRun.of(bytes, DocumentName.of(file.name())))
                            : take(bytes, sender(file, url, backfill, hold, correlationId, caller)));
            return switch (outcome) {
                case FetchOutcome.Fetched<ResponseEntity<?>>(ResponseEntity<?> answer, WebFile _) -> answer;
                case FetchOutcome.NotModified<?> _ -> throw failed("The host answered as if it was known.", 304);
                case FetchOutcome.Refused<?>(String reason) ->
                    throw Problems.refused(HttpStatus.UNPROCESSABLE_CONTENT, "fetch-refused", reason);
                case FetchOutcome.Failed<?>(String reason, int status, var _) -> throw failed(reason, status);
            };
        } finally {
            slots.giveBack();
        }
    }

    private ResponseEntity<?> take(InputStream in, UploadReceiver.Sender sender) throws IOException {
        UploadReceiver.Receipt receipt = receiver.spooling(in, file -> receiver.accept(file, sender));
        return ResponseEntity.status(receipt.isNew() ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .location(URI.create(
                        DocumentsController.PATH + "/" + receipt.upload().id()))
                .header(CorrelationId.HEADER, receipt.upload().correlationId())
                .body(DocumentView.of(receipt.upload()));
    }

    private static UploadReceiver.Sender sender(
            WebFile file, String url, boolean backfill, boolean hold, @Nullable String correlationId, Caller caller) {
        return new UploadReceiver.Sender(
                DocumentName.of(file.name()),
                caller.subject(),
                CorrelationId.of(correlationId),
                backfill,
                hold,
                new WebOrigin(url, null));
    }

    private static ErrorResponseException failed(String reason, int status) {
        ProblemDetail problem = Problems.problem(HttpStatus.BAD_GATEWAY, "fetch-failed", reason);
        if (status != 0) {
            problem.setProperty("hostStatus", status);
        }
        return new ErrorResponseException(HttpStatus.BAD_GATEWAY, problem, null);
    }

    /** Who may have documents fetched. */
    @Configuration(proxyBeanMethods = false)
    static class Access {
        @Bean
        AccessRules fetchRules() {
            return requests -> requests.requestMatchers(HttpMethod.POST, PATH)
                    .hasAnyRole(Role.PUBLISHER.name(), Role.OPERATOR.name());
        }
    }
}
