package io.casewire.catalog.casefile;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.parsed.CaseRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One case by its id. */
@RestController
@RequestMapping("/api/catalog/v1/cases/{id}")
final class CaseController {
    private final Cases cases;
    private final Revisions revisions;

    CaseController(Cases cases, Revisions revisions) {
        this.cases = cases;
        this.revisions = revisions;
    }

    /**
     * One entry of the history.
     *
     * @param type wire name of the event that told it
     * @param reason the operator's words where it was withdrawn
     * @param changes against the revision before it; absent for the first that is kept
     */
    record HistoryEntry(
            long revision,
            String type,
            Instant time,
            Instant recordedTime,
            boolean backfill,
            @Nullable String reason,
            DocumentReference document,
            @Nullable List<FieldChange> changes,
            @JsonProperty("case") CaseRecord content) {}

    /** All revisions, the newest first. */
    record History(CaseId id, List<HistoryEntry> revisions) {}

    /** A case as it is now, withdrawn ones too, with what it was read from and what is known of its adoption. */
    @GetMapping
    ResponseEntity<CaseAnswer> one(@PathVariable String id) {
        StoredCase found = cases.named(id);
        return ResponseEntity.ok()
                .eTag(found.revision() + "." + found.writes())
                .cacheControl(CacheControl.noCache())
                .body(CaseAnswer.of(found));
    }

    /** Every revision of a case, oldest first, with the fields that changed. */
    @GetMapping("/revisions")
    ResponseEntity<History> revisions(@PathVariable String id) {
        CaseId caseId = Cases.id(id);
        List<Revisions.Kept> kept = revisions.of(caseId);
        if (kept.isEmpty()) {
            throw Cases.unknown(caseId);
        }
        return ResponseEntity.ok()
                .eTag(kept.getFirst().revision() + "." + kept.size())
                .cacheControl(CacheControl.noCache())
                .body(new History(caseId, entries(kept)));
    }

    private static List<HistoryEntry> entries(List<Revisions.Kept> newestFirst) {
        List<HistoryEntry> entries = new ArrayList<>();
        for (int i = 0; i < newestFirst.size(); i++) {
            Revisions.Kept kept = newestFirst.get(i);
            boolean first = i + 1 == newestFirst.size();
            entries.add(new HistoryEntry(
                    kept.revision(),
                    kept.type(),
                    kept.time(),
                    kept.recordedTime(),
                    kept.backfill(),
                    kept.reason(),
                    kept.document(),
                    first ? null : FieldChange.between(newestFirst.get(i + 1).content(), kept.content()),
                    kept.content()));
        }
        return entries;
    }
}
