package io.casewire.ingest.publish;

import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.identity.web.AccessRules;
import io.casewire.ingest.audit.Act;
import io.casewire.ingest.audit.AuditTrail;
import io.casewire.ingest.audit.AuditTrail.Decided;
import io.casewire.ingest.audit.Reasons;
import io.casewire.ingest.publish.MissingRecords.Position;
import io.casewire.ingest.publish.PublishedRecord.Kept;
import io.casewire.ingest.publish.PublishedRecord.Missing;
import io.casewire.serving.page.Cursor;
import io.casewire.serving.page.Page;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Records that a reissue of their document lacks, over all documents, until somebody decides. */
@RestController
@RequestMapping(WithdrawalsController.PATH)
class MissingController {
    private static final int MAX_PAGE = 200;

    private final MissingRecords missing;
    private final Publisher publisher;
    private final AuditTrail audit;
    private final InstantSource clock;

    MissingController(MissingRecords missing, Publisher publisher, AuditTrail audit, InstantSource clock) {
        this.missing = missing;
        this.publisher = publisher;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A record that is published and that the newest copies of its document lack.
     *
     * @param by the newest file that lacks it
     */
    record Shown(String id, String kind, String title, long revision, String document, Instant since, String by) {
        static Shown of(PublishedRecord record) {
            Missing missing = Objects.requireNonNull(record.missing());
            return new Shown(
                    record.id(),
                    record.kind(),
                    record.title(),
                    record.revision(),
                    record.document(),
                    missing.since(),
                    missing.by().upload());
        }
    }

    /** Why it stays. */
    record Reason(@Nullable String reason) {}

    /** @param kept false where it was not missing */
    record Answer(String id, boolean kept) {}

    /** Records that a later version of their document no longer has, which wait for a decision. */
    @GetMapping("/missing")
    Page<Shown> list(
            @RequestParam(required = false) @Nullable String document,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) @Nullable String cursor) {
        int asked = Page.size(size, MAX_PAGE);
        return Page.of(
                missing.page(document, Cursor.read(cursor, MissingController::position), asked + 1),
                asked,
                Shown::of,
                record -> Objects.requireNonNull(record.missing()).since().toEpochMilli() + ":" + record.id());
    }

    /** The record stays, whatever the reissue says; it is listed again when another lacks it after it was there again. */
    @PostMapping("/{id}/keep")
    Answer keep(@PathVariable String id, @RequestBody Reason reason, Caller caller) {
        String stated = Reasons.stated("Keeping a record", reason.reason());
        PublishedRecord record = publisher.find(id).orElseThrow(() -> new UnknownRecord(id));
        return new Answer(
                id,
                audit.keeping(
                        new Decided(caller.subject(), Act.KEEP, id, record.document(), stated, null),
                        () -> missing.keep(id, new Kept(caller.subject(), clock.instant(), stated))));
    }

    private static Position position(String key) {
        int end = key.indexOf(':');
        if (end < 0) {
            throw new IllegalArgumentException("no place");
        }
        return new Position(Instant.ofEpochMilli(Long.parseLong(key.substring(0, end))), key.substring(end + 1));
    }

    /** Who may decide. */
    @Configuration(proxyBeanMethods = false)
    static class Access {
        @Bean
        AccessRules missingRules() {
            return requests -> requests.requestMatchers(HttpMethod.POST, WithdrawalsController.PATH + "/*/keep")
                    .hasRole(Role.OPERATOR.name());
        }
    }
}
