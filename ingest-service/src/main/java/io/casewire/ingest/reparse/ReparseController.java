package io.casewire.ingest.reparse;

import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.identity.web.AccessRules;
import io.casewire.ingest.audit.Act;
import io.casewire.ingest.audit.AuditTrail;
import io.casewire.ingest.audit.AuditTrail.Decided;
import io.casewire.ingest.audit.Reasons;
import io.casewire.ingest.reparse.Reparse.Problem;
import io.casewire.ingest.reparse.Reparse.Status;
import io.casewire.ingest.upload.RereadUploads;
import io.casewire.ingest.upload.UploadState;
import io.casewire.parsing.ParserVersion;
import io.casewire.serving.openapi.Described;
import io.casewire.serving.problem.Problems;
import io.casewire.serving.problem.Unknown;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An operator has kept originals read again, and sees how far that is. */
@RestController
@RequestMapping(ReparseController.PATH)
class ReparseController {
    static final String PATH = "/api/ingest/v1/reparses";

    private static final int SHOWN = 50;

    /** States in which a file rests and can be read again. */
    private static final Set<UploadState> STATES = new TreeSet<>(Set.of(
            UploadState.PARSED,
            UploadState.PUBLISHED,
            UploadState.SUPERSEDED,
            UploadState.REJECTED,
            UploadState.FAILED));

    private final Reparses runs;
    private final RereadUploads files;
    private final ReparseWorker worker;
    private final AuditTrail audit;
    private final InstantSource clock;

    ReparseController(Reparses runs, RereadUploads files, ReparseWorker worker, AuditTrail audit, InstantSource clock) {
        this.runs = runs;
        this.files = files;
        this.worker = worker;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Which files, and why.
     *
     * @param document a file's or a document's id; null for all
     * @param state only files in that state; null for all that rest
     * @param otherParser only those that another version of the parser read; null for all
     */
    record Request(
            @Nullable String document,
            @Nullable String state,
            @Nullable Boolean otherParser,
            @Nullable String reason) {}

    /** A run as everybody sees it. */
    record Shown(
            String id,
            Status status,
            @Nullable String document,
            @Nullable UploadState state,
            boolean otherParser,
            int parser,
            Instant startedAt,
            @Nullable Instant endedAt,
            long total,
            long done,
            long changed,
            long unchanged,
            long failed,
            long held,
            @Nullable String working,
            List<Problem> problems) {
        static Shown of(Reparse run) {
            return new Shown(
                    run.id(),
                    run.status(),
                    run.document(),
                    run.fileState(),
                    run.otherParser(),
                    run.parser(),
                    run.startedAt(),
                    run.endedAt(),
                    run.total(),
                    run.done(),
                    run.changed(),
                    run.unchanged(),
                    run.failed(),
                    run.held(),
                    run.working(),
                    run.problems());
        }
    }

    /** The last runs, newest first. */
    record Listed(List<Shown> items) {}

    /** Begins to read documents again with the parser of today. */
    @PostMapping
    @Described(status = 202, problems = 404)
    ResponseEntity<Shown> start(@RequestBody Request request, Caller caller) {
        String reason = Reasons.optional("A run", request.reason());
        UploadState state = Unknown.constant("state", request.state(), UploadState.class);
        if (state != null && !STATES.contains(state)) {
            throw Unknown.value(
                    "state in which a file rests",
                    state.name(),
                    STATES.stream().map(UploadState::name).toList());
        }
        Reparse run = new Reparse(
                "run-" + UUID.randomUUID(),
                Status.RUNNING,
                request.document(),
                state,
                Boolean.TRUE.equals(request.otherParser()),
                ParserVersion.CURRENT,
                caller.subject(),
                clock.instant(),
                0,
                0,
                0,
                0,
                0,
                null,
                0,
                null,
                null,
                List.of(),
                null);
        long total = files.count(run.choice());
        if (total == 0 && request.document() != null) {
            throw Problems.notFound("document that can be read again", request.document());
        }
        Reparse counted = run.of(total);
        audit.keeping(new Decided(caller.subject(), Act.REPARSE, run.id(), null, reason, total + " files"), () -> {
            runs.add(counted);
            return true;
        });
        worker.wakeUp();
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(Shown.of(counted));
    }

    /** Readings again, newest first. */
    @GetMapping
    Listed list() {
        return new Listed(runs.latest(SHOWN).stream().map(Shown::of).toList());
    }

    /** How far a reading again has come. */
    @GetMapping("/{id}")
    Shown progress(@PathVariable String id) {
        return Shown.of(find(id));
    }

    /** Ends a run after the file it is at; what is done stays. */
    @PostMapping("/{id}/cancel")
    Shown cancel(@PathVariable String id, @RequestParam(required = false) @Nullable String reason, Caller caller) {
        String stated = Reasons.optional("Ending a run", reason);
        Reparse run = find(id);
        if (run.status() == Status.RUNNING) {
            audit.keeping(
                    new Decided(caller.subject(), Act.CANCEL, id, null, stated, null),
                    () -> runs.end(id, Status.CANCELLED));
        }
        return Shown.of(find(id));
    }

    private Reparse find(String id) {
        Optional<Reparse> run = runs.find(id);
        return run.orElseThrow(() -> Problems.notFound("run", id));
    }

    /** Who may have originals read again. */
    @Configuration(proxyBeanMethods = false)
    static class Access {
        @Bean
        AccessRules reparseRules() {
            return requests -> requests.requestMatchers(HttpMethod.POST, PATH, PATH + "/*/cancel")
                    .hasRole(Role.OPERATOR.name());
        }
    }
}
