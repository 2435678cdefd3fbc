package io.casewire.replication.evidence;

import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.Entry;
import io.casewire.replication.obligation.CaseFile;
import io.casewire.replication.obligation.Cases;
import io.casewire.replication.request.Choices;
import io.casewire.replication.request.Texts;
import io.casewire.serving.page.Cursor;
import io.casewire.serving.page.Page;
import io.casewire.serving.problem.Problems;
import io.casewire.serving.problem.Unknown;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What documents say of adoptions, over HTTP. */
@RestController
@RequestMapping("/api/replication/v1")
final class EvidenceController {
    /** What the tag of an answer ends in that leaves out who decided. */
    static final String OUTLINE = "-outline";

    private static final int MAX_SIZE = 200;
    private static final String WHY = "Evidence is settled for a reason.";

    private final Facts facts;
    private final Cases cases;
    private final Entries entries;
    private final Settling settling;
    private final Gazetteer gazetteer;

    EvidenceController(Facts facts, Cases cases, Entries entries, Settling settling, Gazetteer gazetteer) {
        this.facts = facts;
        this.cases = cases;
        this.entries = entries;
        this.settling = settling;
        this.gazetteer = gazetteer;
    }

    /**
     * What speaks for one line.
     *
     * @param items with sentence, document and lines
     * @param unread facts that a restored ledger names and whose documents are still to be read again
     */
    record OfObligation(ObligationId obligation, Assurance assurance, List<FactLine> items, List<EvidenceId> unread) {}

    /**
     * Which line a fact speaks for.
     *
     * @param region six digits
     * @param reason why, required
     */
    record Match(
            @Nullable String caseId,
            @Nullable String region,
            @Nullable String reason) {}

    /** @param reason why, required */
    record Dismissal(@Nullable String reason) {}

    /** What documents say for a line, with the sentences. */
    @GetMapping("/obligations/{id}/evidence")
    OfObligation ofObligation(@PathVariable String id, Optional<Caller> caller) {
        Entry entry = entries.find(read("obligation", id, ObligationId::new))
                .orElseThrow(() -> Problems.notFound("obligation", id));
        List<EvidenceId> ids = entry.obligation().evidence();
        List<KeptFact> found = facts.findAll(ids);
        Set<EvidenceId> read = found.stream().map(KeptFact::id).collect(Collectors.toCollection(HashSet::new));
        return new OfObligation(
                entry.id(),
                entry.obligation().assurance(),
                found.stream()
                        .map(fact -> FactLine.of(fact, discloses(caller), null))
                        .toList(),
                ids.stream().filter(one -> !read.contains(one)).toList());
    }

    /**
     * Facts that fit no line yet, which wait for a person.
     *
     * @param why only those that wait for this reason
     */
    @GetMapping("/evidence/unmatched")
    Page<FactLine> unmatched(
            @RequestParam(required = false) @Nullable String why,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) @Nullable String cursor) {
        Unmatched only = Unknown.constant("why", why, Unmatched.class);
        int asked = Page.size(size, MAX_SIZE);
        List<KeptFact> found = facts.waiting(
                only == null ? EnumSet.allOf(Unmatched.class) : EnumSet.of(only),
                Cursor.read(cursor, EvidenceId::new),
                asked + 1);
        Map<String, List<CaseId>> candidates = candidates(found);
        return Page.of(
                found,
                asked,
                fact -> FactLine.of(
                        fact,
                        false,
                        fact.unmatched() == Unmatched.SEVERAL_CASES ? candidates.get(fact.resultKey()) : null),
                fact -> fact.id().value());
    }

    /** A fact that a document states, with its sentence and lines. */
    @GetMapping("/evidence/{id}")
    ResponseEntity<FactLine> one(@PathVariable String id, Optional<Caller> caller) {
        return facts.find(read("evidence", id, EvidenceId::new))
                .map(fact -> answer(fact, discloses(caller)))
                .orElseThrow(() -> Problems.notFound("evidence", id));
    }

    /** Says which case and region a fact is about that names none that is known. */
    @PostMapping("/evidence/{id}/match")
    ResponseEntity<FactLine> match(
            @PathVariable String id,
            @RequestBody Match match,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        String reason = Texts.reason(match.reason(), WHY);
        String given = match.caseId();
        String region = Choices.region(match.region(), gazetteer);
        if (given == null || region == null) {
            throw Problems.badRequest("'caseId' and 'region' say whose line it speaks for.");
        }
        CaseId caseId = read("case", given, CaseId::new);
        if (cases.find(caseId).isEmpty()) {
            throw Problems.notFound("case", given);
        }
        return answer(
                settling.match(
                        read("evidence", id, EvidenceId::new), caseId, region, caller.subject(), reason, ifMatch),
                true);
    }

    /** Says that a fact is about nothing in the ledger. */
    @PostMapping("/evidence/{id}/dismissal")
    ResponseEntity<FactLine> dismiss(
            @PathVariable String id,
            @RequestBody Dismissal dismissal,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        String reason = Texts.reason(dismissal.reason(), WHY);
        return answer(settling.dismiss(read("evidence", id, EvidenceId::new), caller.subject(), reason, ifMatch), true);
    }

    private Map<String, List<CaseId>> candidates(Collection<KeptFact> found) {
        List<String> keys = found.stream()
                .filter(fact -> fact.unmatched() == Unmatched.SEVERAL_CASES)
                .map(KeptFact::resultKey)
                .toList();
        return cases.promotedTitled(keys).stream()
                .collect(Collectors.groupingBy(
                        CaseFile::titleKey, Collectors.mapping(CaseFile::id, Collectors.toList())));
    }

    private static ResponseEntity<FactLine> answer(KeptFact fact, boolean discloses) {
        // another tag, so that nobody who may know more is told that what he saw before he said who he is still holds
        return ResponseEntity.ok()
                .eTag(discloses ? fact.etag() : fact.etag().replaceFirst("\"$", OUTLINE + '"'))
                .body(FactLine.of(fact, discloses, null));
    }

    private static boolean discloses(Optional<Caller> caller) {
        return caller.filter(known -> known.has(Role.COORDINATOR, Role.OPERATOR, Role.AUDITOR))
                .isPresent();
    }

    private static <T> T read(String kind, String given, Function<String, T> reader) {
        try {
            return reader.apply(given);
        } catch (IllegalArgumentException e) {
            throw Problems.notFound(kind, given);
        }
    }
}
