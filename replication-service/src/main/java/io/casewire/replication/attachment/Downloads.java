package io.casewire.replication.attachment;

import io.casewire.contracts.event.ObligationEvent.Attachment;
import io.casewire.contracts.event.ObligationEvent.Attachment.Act;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.replication.ledger.Answers;
import io.casewire.replication.ledger.Disclosure;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.Entry;
import io.casewire.serving.problem.Problems;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files of obligations for those who may know what was reported; to everybody else there are none. */
final class Downloads {
    private final Entries entries;
    private final StoredFiles files;
    private final Purges purges;
    private final Disclosure disclosure;

    Downloads(Entries entries, StoredFiles files, Purges purges, Gazetteer gazetteer) {
        this.entries = entries;
        this.files = files;
        this.purges = purges;
        this.disclosure = new Disclosure(gazetteer);
    }

    ResponseEntity<AttachmentList> list(String id, Optional<Caller> caller) {
        Entry entry = visible(id, caller);
        return ResponseEntity.ok()
                .eTag('"' + Long.toString(entry.revision()) + '"')
                .body(AttachmentList.of(entry));
    }

    /** The bytes of a file; one that was taken away only to those who review, run or audit the ledger. */
    ResponseEntity<Resource> one(String id, String sha256, Optional<Caller> caller) {
        Entry entry = visible(id, caller);
        Attachment file = entry.files().reversed().stream()
                .filter(each -> each.sha256().equals(sha256))
                .findFirst()
                .orElseThrow(() -> Problems.notFound("attachment", sha256));
        if (file.act() == Act.PURGED) {
            throw Refused.purged(HttpStatus.GONE, file.name(), Purge.of(file));
        }
        if (file.act() != Act.ADDED && !reviews(caller)) {
            throw Problems.refused(HttpStatus.GONE, "attachment-removed", "附件“" + file.name() + "”已被移除。");
        }
        if (!files.holds(sha256)) {
            purges.find(sha256).ifPresent(purge -> {
                throw Refused.purged(HttpStatus.GONE, file.name(), purge);
            });
            throw Problems.refused(
                    HttpStatus.GONE,
                    "attachment-bytes-missing",
                    "附件“" + file.name() + "”的内容已不在库中（台账由日志重建）。请从备份恢复，或重新上传同一文件。");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .contentLength(file.size())
                .eTag('"' + sha256 + '"')
                // whether the reader still may is asked each time
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(new InputStreamResource(() -> files.open(sha256, file.size())));
    }

    private Entry visible(String id, Optional<Caller> caller) {
        return entries.find(Answers.id(id))
                .filter(entry -> disclosure.to(caller, entry.obligation().regionCode()))
                .orElseThrow(() -> Problems.notFound("attachment of obligation", id));
    }

    private static boolean reviews(Optional<Caller> caller) {
        return caller.filter(known -> known.has(Role.COORDINATOR, Role.OPERATOR, Role.AUDITOR))
                .isPresent();
    }

    /** With a name for every client, and its own for those that read RFC 6266, as all browsers do. */
    private static String disposition(Attachment file) {
        String encoded = URLEncoder.encode(file.name(), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + file.sha256().substring(0, 12) + "." + FileKind.ending(file.name())
                + "\"; filename*=UTF-8''" + encoded;
    }
}
